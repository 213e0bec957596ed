package hmnet.office.membership;

import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.office.membership.MemberHistory.MemberEntry;
import hmnet.office.membership.Moves.Destination;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the register says of an event, in words of its readers (履歴の内容の言葉).
@Component
class EventWords {
    private final Staff staff;
    private final Facilities facilities;

    EventWords(Staff staff, Facilities facilities) {
        this.staff = staff;
        this.facilities = facilities;
    }

    String of(MemberEntry entry, Messages m) {
        var detail = entry.detail();
        if (detail.isEmpty()) {
            return "";
        }
        return switch (entry.what()) {
            case LEAVE_PLANNED, LEAVE_WITHDRAWN -> m.day(LocalDate.parse(detail));
            case ROLE ->
                Arrays.stream(detail.split(" > ", -1))
                        .map(role -> role(role, m))
                        .collect(Collectors.joining(" → "));
            case EMERGENCY_ROOM -> m.t("membership.emergency." + detail);
            case MOVE_ASKED, MOVE_REFUSED -> destination(Destination.of(detail), m);
            case MOVED, JOINED ->
                staff.account(new StaffId(Long.parseLong(detail)))
                        .map(StaffAccount::facility)
                        .map(facility -> facilities.get(facility).name())
                        .orElse("");
            case RENEWAL_ASKED, RENEWAL_REFUSED, RENEWAL_OBJECTED, RENEWED -> m.t("membership.checked." + detail);
            case LEFT, SLIP_ENDED -> "";
        };
    }

    private String destination(Destination to, Messages m) {
        return facilities.get(to.facility()).name() + " " + to.login() + " "
                + role(Members.role(to.profession(), to.desk()), m);
    }

    private static String role(String word, Messages m) {
        var parts = word.split("\\+", 2);
        return m.t("profession." + Profession.of(parts[0]).word()) + (parts.length == 2 ? m.t("membership.desk") : "");
    }
}
