package hmnet.record.intake;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.terms.CodeTable;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.terminology.CodeCounts;
import hmnet.record.terminology.CodeTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The code tables and how far each facility's codes are mapped (コード表と対応状況): for the operator of
/// all, for a facility of its own, with the codes that somebody should explain.
@Controller
class CodesPage {
    private static final int MONTHS = 2;

    private final CodeTables tables;
    private final CodeCounts counts;
    private final Facilities facilities;
    private final Pages pages;
    private final Clock clock;

    CodesPage(CodeTables tables, CodeCounts counts, Facilities facilities, Pages pages, Clock clock) {
        this.tables = tables;
        this.counts = counts;
        this.facilities = facilities;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/intake/codes")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.codes", icon = "question", group = MenuGroup.DATA, order = 40)
    ResponseEntity<String> all(Frame frame) {
        return page(facilities.all(), false, tables.all(), frame);
    }

    @GetMapping("/files/codes")
    @Rule(Right.DESK)
    ResponseEntity<String> own(Requester by, Frame frame) {
        return page(
                List.of(facilities.get(by.facility())),
                true,
                tables.of(by.facility()).tables(),
                frame);
    }

    private ResponseEntity<String> page(List<Facility> of, boolean own, List<CodeTable> used, Frame frame) {
        var since = LocalDate.ofInstant(clock.instant(), FeedTroubles.JAPAN)
                .withDayOfMonth(1)
                .minusMonths(MONTHS);
        var shares = counts.since(since).stream().collect(Collectors.groupingBy(CodeCounts.CodeShare::facility));
        var lines = of.stream()
                .filter(facility -> shares.containsKey(facility.id()))
                .map(facility -> line(facility, shares.getOrDefault(facility.id(), List.of())))
                .sorted(Comparator.comparingLong(CodesPage::least).thenComparing(CodesScreen.CodesLine::code))
                .toList();
        var screen = new CodesScreen(
                own, since, used.stream().map(CodesPage::table).toList(), own ? List.of() : refused(frame.m()), lines);
        return Pages.answer(HttpStatus.OK, pages.render("record/intake/codes", frame, Map.of("page", screen)));
    }

    /// Who has most left to map comes first.
    private static long least(CodesScreen.CodesLine line) {
        return line.shares().stream()
                .mapToLong(CodesScreen.CodeShareLine::percent)
                .min()
                .orElse(0);
    }

    private static CodesScreen.Table table(CodeTable table) {
        var edition = table.edition();
        return new CodesScreen.Table(
                edition.layout(),
                edition.version(),
                edition.date(),
                edition.source(),
                edition.facility(),
                table.rows(),
                table.leftOut());
    }

    private List<CodesScreen.RefusedTable> refused(Messages m) {
        return tables.refused().stream()
                .map(refused -> new CodesScreen.RefusedTable(
                        refused.file(),
                        Reasons.ofFormats(refused.note().code(), m)
                                .orElse(refused.note().code()),
                        refused.note().text()))
                .toList();
    }

    private CodesScreen.CodesLine line(Facility facility, List<CodeCounts.CodeShare> shares) {
        return new CodesScreen.CodesLine(
                facility.name(),
                facility.code(),
                facility.phone(),
                shares.stream()
                        .map(share -> new CodesScreen.CodeShareLine(
                                share.field().code(), share.seen(), share.standard(), share.translated()))
                        .toList(),
                counts.unmapped(facility.id()).stream()
                        .map(code -> unmapped(facility.id(), code))
                        .toList());
    }

    private CodesScreen.UnmappedCodeLine unmapped(FacilityId facility, CodeCounts.UnmappedCode code) {
        var sent = new Code(code.system(), code.code(), code.display());
        var read = tables.of(facility).translation(List.of(sent));
        var candidates = read.candidates().stream()
                .filter(each -> code.field().isStandard(each.system()))
                .collect(Collectors.groupingBy(Code::system, Collectors.counting()));
        return new CodesScreen.UnmappedCodeLine(
                code.field().code(),
                CodingSystems.hl7(code.system()),
                code.code(),
                code.display(),
                code.seen(),
                read.same().stream().anyMatch(each -> code.field().isStandard(each.system())),
                candidates.values().stream().mapToInt(Long::intValue).max().orElse(0));
    }
}
