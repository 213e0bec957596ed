package hmnet.consent.thirdparty;

import hmnet.consent.thirdparty.ThirdPartyProvisions.ProvisionRecord;
import hmnet.consent.thirdparty.ThirdPartyScreen.ProvisionParty;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyLine;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyList;
import hmnet.formats.base.SheetText;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Attributes;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A record of provision with the names that the law asks for (記録の表示とCSV): name, address and representative of both
/// parties, as the directory has them today.
@Component
class ProvisionLines {
    private static final List<String> HEAD = List.of(
            "day",
            "source",
            "source-address",
            "source-owner",
            "recipient",
            "recipient-address",
            "recipient-owner",
            "person",
            "birth",
            "kinds",
            "origin",
            "ground",
            "consented",
            "times");

    private final Facilities facilities;
    private final Attributes attributes;

    ProvisionLines(Facilities facilities, Attributes attributes) {
        this.facilities = facilities;
        this.attributes = attributes;
    }

    /// @param shown the parties that are named; others stand without a name
    ThirdPartyList list(
            Person person,
            LocalDate from,
            LocalDate until,
            ProvisionRecord found,
            Predicate<FacilityId> shown,
            Messages m) {
        var known = new HashMap<FacilityId, ProvisionParty>();
        var kept = new ProvisionParty(m.t("third.kept"), "", "");
        Function<FacilityId, ProvisionParty> party =
                facility -> shown.test(facility) ? known.computeIfAbsent(facility, this::party) : kept;
        var lines = found.lines().stream()
                .map(line -> new ThirdPartyLine(
                        line.day(),
                        line.source() == null ? null : party.apply(line.source()),
                        party.apply(line.recipient()),
                        line.kindList(),
                        line.ground(),
                        line.consentedOn(),
                        line.times(),
                        line.cut()))
                .toList();
        return new ThirdPartyList(person.name(), person.birthDate(), from, until, lines, found.whole());
    }

    private ProvisionParty party(FacilityId id) {
        var facility = facilities.get(id);
        return new ProvisionParty(facility.name(), facility.address(), attributes.ownerOf(id));
    }

    /// The same as a table for a spreadsheet.
    static byte[] sheet(ThirdPartyList list, Messages m) {
        var head = HEAD.stream().map(column -> m.t("third.column." + column)).toList();
        var lines = list.lines().stream().map(line -> cells(line, list, m));
        var rest = list.whole() ? Stream.<List<String>>of() : Stream.of(List.of(m.t("third.cut")));
        return SheetText.bytes(Stream.of(Stream.of(head), lines, rest).flatMap(some -> some));
    }

    private static List<String> cells(ThirdPartyLine line, ThirdPartyList list, Messages m) {
        return List.of(
                line.day().toString(),
                line.source() == null ? unsaid(line, m) : line.source().name(),
                line.source() == null ? "" : line.source().address(),
                line.source() == null ? "" : line.source().owner(),
                line.recipient().name(),
                line.recipient().address(),
                line.recipient().owner(),
                list.name(),
                list.birth().toString(),
                kinds(line, m),
                m.t("third.origin"),
                m.t("third.ground." + line.ground().word()),
                text(line.consentedOn()),
                Integer.toString(line.times()));
    }

    private static String kinds(ThirdPartyLine line, Messages m) {
        return line.kinds().isEmpty()
                ? unsaid(line, m)
                : line.kinds().stream()
                        .map(kind -> m.t("kind." + kind.name()))
                        .collect(Collectors.joining(m.t("third.and")));
    }

    static String unsaid(ThirdPartyLine line, Messages m) {
        return m.t(line.cut() ? "third.unsaid.cut" : "third.unsaid");
    }

    private static String text(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }
}
