package hmnet.office.patientlist;

import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.incidents.DeskTraces;
import hmnet.office.incidents.ListDownloads;
import hmnet.office.patientlist.PatientList.PatientListFilter;
import hmnet.office.patientlist.PatientList.PatientListQuery;
import hmnet.people.folding.SearchedReading;
import hmnet.people.patients.MyNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A facility's desk looks at its own patients (患者一覧). Which facility it is, the requester says, never the
/// request.
@Controller
class PatientListPage {
    private static final int PAGE = 50;
    private static final int SEARCH_MAX = 60;

    private final PatientList list;
    private final ListDownloads downloads;
    private final Facilities facilities;
    private final DeskTraces traces;
    private final TransactionTemplate transaction;
    private final Pages pages;

    PatientListPage(
            PatientList list,
            ListDownloads downloads,
            Facilities facilities,
            DeskTraces traces,
            TransactionTemplate transaction,
            Pages pages) {
        this.list = list;
        this.downloads = downloads;
        this.facilities = facilities;
        this.traces = traces;
        this.transaction = transaction;
        this.pages = pages;
    }

    /// What an address asks for.
    ///
    /// @param after the key of the last line of the page before, and `patient` its patient
    record Query(
            @Nullable String q,
            @Nullable String shown,
            @Nullable String after,
            @Nullable Long patient) {
        String search() {
            return q == null || q.length() > SEARCH_MAX ? "" : q.strip();
        }

        PatientListFilter only() {
            return Arrays.stream(PatientListFilter.values())
                    .filter(one -> one.word().equals(shown))
                    .findFirst()
                    .orElse(PatientListFilter.ALL);
        }
    }

    @GetMapping("/patients")
    @Rule(Right.DESK)
    @ChecksNumbers("q")
    @MenuPlace(text = "menu.patients", icon = "person", group = MenuGroup.CARE, order = 50)
    ResponseEntity<String> show(Query query, Requester requester, Frame frame) {
        var screen = !has(requester)
                ? empty(query, requester, null)
                : MyNumber.standsIn(query.search())
                        ? empty(new Query("", query.shown(), null, null), requester, "my-number")
                        : Objects.requireNonNull(transaction.execute(status -> page(query, requester)));
        return Pages.answer(
                screen.open() ? HttpStatus.OK : HttpStatus.FORBIDDEN,
                pages.render("office/patientlist/patients", frame, Map.of("page", screen)));
    }

    /// Whether the facility takes part with a list of its patients.
    private boolean has(Requester requester) {
        return facilities.get(requester.facility()).patientList();
    }

    private PatientListScreen page(Query query, Requester requester) {
        var asked = asked(query, requester);
        var rows = list.page(asked, PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        traces.write(
                Action.PATIENTS_LISTED,
                requester,
                Map.of(
                        "lines",
                        Integer.toString(shown.size()),
                        "shown",
                        query.only().word()));
        return new PatientListScreen(
                requester.facilityName(),
                true,
                null,
                query.search(),
                query.only().word(),
                words(),
                list.count(requester.facility()),
                shown.stream().map(PatientListScreen.PatientListLine::of).toList(),
                rows.size() > PAGE ? older(query, shown.getLast()) : null,
                query.after() == null);
    }

    /// Digits and Latin letters begin a chart number; everything else is a reading.
    private PatientListQuery asked(Query query, Requester requester) {
        var search = Normalizer.normalize(query.search(), Normalizer.Form.NFKC);
        var reading = SearchedReading.folded(search);
        var kana = !reading.isEmpty() && !search.matches("[0-9A-Za-z-]*");
        return new PatientListQuery(
                requester,
                kana ? reading : search,
                kana,
                query.only(),
                query.after() == null ? "" : query.after(),
                query.patient() == null ? 0 : query.patient());
    }

    private static String older(Query query, PatientList.PatientRow last) {
        return "/patients?q=" + encoded(query.search()) + "&shown="
                + query.only().word() + "&after=" + encoded(last.key()) + "&patient="
                + last.patient().value();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static PatientListScreen empty(Query query, Requester requester, @Nullable String problem) {
        return new PatientListScreen(
                requester.facilityName(),
                problem != null,
                problem,
                "",
                query.only().word(),
                words(),
                0,
                List.of(),
                null,
                true);
    }

    private static List<String> words() {
        return Arrays.stream(PatientListFilter.values())
                .map(PatientListFilter::word)
                .toList();
    }

    /// What is downloaded leaves the centre: it is written down before the first byte goes out.
    @PostMapping("/patients/sheet")
    @Rule(Right.DESK)
    @ChecksNumbers("q")
    ResponseEntity<?> download(Query query, Requester requester, Frame frame) {
        if (!has(requester) || MyNumber.standsIn(query.search())) {
            return pages.notFound(frame);
        }
        var bytes = Objects.requireNonNull(transaction.execute(status -> sheet(query, requester, frame.m())));
        return Pages.csv("patients.csv", bytes);
    }

    private byte[] sheet(Query query, Requester requester, Messages m) {
        var sheet = new PatientListSheet(m);
        var asked = asked(new Query(query.q(), query.shown(), null, null), requester);
        list.each(asked, sheet::add);
        var count = sheet.count();
        downloads.add(requester, count);
        traces.write(
                Action.PATIENTS_EXPORTED,
                requester,
                Map.of("lines", Integer.toString(count), "shown", query.only().word()));
        return sheet.bytes();
    }
}
