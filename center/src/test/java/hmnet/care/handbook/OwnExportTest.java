package hmnet.care.handbook;

import static hmnet.record.filing.Papers.ast;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.Label;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What residents take away of their own records, and for whom others take it.
class OwnExportTest extends ResidentWard {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Autowired
    private Proxies proxies;

    @Autowired
    private Audit audit;

    private final LocalDate today = LocalDate.now(JapaneseDates.JAPAN);
    private final int daysAgo = (int) ChronoUnit.DAYS.between(FIRST, today) - 1;
    private Card card;
    private PersonId person;
    private FacilityId hospital;
    private String number;
    private Browser resident;

    @BeforeEach
    void aResidentIsKnownAtAHospital() {
        card = card();
        person = card.holder().id();
        hospital = hospital();
        number = number();
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, papers().profile());
        resident = signedIn(card);
    }

    private Papers papers() {
        return Papers.of(number).later(daysAgo);
    }

    private void asOwner(String change) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(change.formatted(hospital.value()));
            connection.commit();
        }
    }

    /// The files of a new copy.
    private static Map<String, String> copy(Browser of) throws IOException, InterruptedException {
        assertThat(leads(of.post("/my/export", Map.of("whose", whose(of))))).isEqualTo("/my/export");
        for (var n = 0; n < 200 && of.get("/my/export").body().contains("作っています"); n++) {
            Thread.sleep(50);
        }
        assertThat(of.get("/my/export").body()).contains("できました");
        var answer = of.stream("/my/export/file");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(answer.body())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String whose(Browser of) {
        return of.get("/my/export").body().replaceAll("(?s).*name=\"whose\" value=\"([^\"]*)\".*", "$1");
    }

    private static Bundle bundle(Map<String, String> files) {
        var parser = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(Bundle.class, files.get(CopyWriter.BUNDLE));
    }

    private static List<Resource> resources(Map<String, String> files) {
        return bundle(files).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    @Test
    void aCopyHoldsAPageTablesAndEveryRowAsFhirAndStandsInTheLogOnce() throws Exception {
        filed(
                hospital,
                papers().prescription("000000000000301", "架空錠１ｍｇ"),
                papers().results("000000000000302", ast("87", "H")));
        asOwner("""
                update record set received_at = received_at - interval '4 days',
                                  counts_from = counts_from - interval '4 days' where facility = %d""");
        relations.begin(doctor(), person, RelationOrigin.CARD);
        var files = copy(resident);
        assertThat(files.keySet())
                .containsExactly(
                        CopyWriter.RECORDS, CopyWriter.RESULTS, CopyWriter.HISTORY, CopyWriter.BUNDLE, CopyWriter.PAGE);
        assertThat(files.get(CopyWriter.PAGE))
                .contains(card.holder().name(), "架空錠１ｍｇ", "1日 3 錠", "AST", "87", "ここに出ないもの", "</html>")
                .doesNotContain("<script", "href=\"/my");
        assertThat(files.get(CopyWriter.RECORDS)).contains("\"処方\"", "架空錠１ｍｇ");
        assertThat(files.get(CopyWriter.RESULTS)).contains("\"AST(GOT)\"", "\"血清\"", "\"87\"", "\"U/L\"");
        assertThat(files.get(CopyWriter.HISTORY)).contains("つながっている施設", "だれが見たか");
        assertThat(resources(files)).hasAtLeastOneElementOfType(MedicationRequest.class);
        assertThat(resources(files)).hasAtLeastOneElementOfType(Observation.class);
        var addresses = bundle(files).getEntry().stream()
                .map(entry -> entry.getFullUrl())
                .toList();
        assertThat(addresses).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(files.get(CopyWriter.BUNDLE))
                .contains("/fhir/Patient/", card.holder().name());
        assertThat(audit.of(person.value(), 500).stream()
                        .filter(entry -> entry.action() == Action.OWN_CHART_OPENED)
                        .map(entry -> entry.detail().get("view")))
                .containsExactly("own/copy");
    }

    @Test
    void whatThePersonWasNotToldOfLeavesNoTraceInAnyFile() throws Exception {
        var before = timeless(copy(resident));
        filed(hospital, papers().prescription("000000000000303", "告げられていない錠"));
        assertThat(timeless(copy(resident))).as("told of").isNotEqualTo(before);
        asOwner("update record set labels = labels # " + Label.UNINFORMED.mask() + " where facility = %d and kind = 4");
        assertThat(timeless(copy(resident))).as("byte for byte").isEqualTo(before);
    }

    /// But for the moments at which it was made.
    private static String timeless(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> file.getKey() + "\n"
                        + file.getValue()
                                .replaceAll("\"timestamp\":\"[^\"]*\"", "")
                                .replaceAll("<strong>[^<]* の時点の記録です。</strong>", ""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatAHospitalsRuleKeepsBackIsSaidAndNotThere() throws Exception {
        filed(hospital, papers().results("000000000000304", ast("99", "H")));
        var files = copy(resident);
        assertThat(String.join("\n", files.values())).doesNotContain("AST");
        assertThat(files.get(CopyWriter.PAGE)).contains("ここに出ないもの");
        assertThat(resources(files)).noneMatch(Observation.class::isInstance);
    }

    @Test
    void aProxyTakesTheKindsThatTheyMayReadAndNobodyElsesHistory() throws Exception {
        filed(hospital, papers().prescription("000000000000305", "架空錠５ｍｇ"), papers().visit());
        var daughter = card();
        var until = today.plusYears(1);
        proxies.record(
                new ProxyDraft(
                        person,
                        daughter.holder().id(),
                        ProxyKind.CHOSEN,
                        false,
                        false,
                        ProxyReading.MEDICINES_AND_EMERGENCY,
                        until,
                        "own-word"),
                office());
        var hers = signedIn(daughter);
        hers.post(
                "/my/whose",
                Map.of("proxy", Long.toString(proxies.of(person).getFirst().id())));
        var files = copy(hers);
        assertThat(files.get(CopyWriter.RECORDS)).contains("架空錠５ｍｇ").doesNotContain("\"外来\"");
        assertThat(resources(files)).noneMatch(one -> one.fhirType().equals("Encounter"));
        assertThat(files.get(CopyWriter.HISTORY)).doesNotContain("だれが見たか", "つながっている施設");
        hers.post("/my/whose", Map.of());
        assertThat(leads(hers.get("/my/export/file")))
                .as("her own page has no copy")
                .isEqualTo("/my/export");
        proxies.end(person, proxies.of(person).getFirst().id(), "paper", office());
        hers.post("/my/whose", Map.of("proxy", "1"));
        assertThat(hers.get("/my/export/file").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aCopyIsTheSessionsAloneAndThereAreNotMany() throws Exception {
        assertThat(leads(resident.get("/my/export/file"))).isEqualTo("/my/export");
        copy(resident);
        var another = browser();
        again(another, card, PASSWORD);
        assertThat(leads(another.get("/my/export/file"))).isEqualTo("/my/export");
        assertThat(browser().get("/my/export/file").statusCode()).isEqualTo(303);
        assertThat(browser().post("/my/export", Map.of()).statusCode()).isIn(303, 401);
        for (var n = 1; n < OwnCopies.MOST; n++) {
            copy(resident);
        }
        var refused = resident.post("/my/export", Map.of());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("1 時間に作れる数を超えました");
    }
}
