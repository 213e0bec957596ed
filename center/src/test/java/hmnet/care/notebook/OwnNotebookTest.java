package hmnet.care.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.drughistory.Handbook;
import hmnet.care.drughistory.HandbookDrugs;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.base.Unreadable;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Papers;
import hmnet.record.ownrecords.HandbookCharts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident takes the codes of a pharmacy outside the network into their own record, and hands out what they take.
class OwnNotebookTest extends ResidentWard {
    private static final String NOTEBOOK = "/my/medicines/notebook";
    private final LocalDate today = LocalDate.now(JapaneseDates.JAPAN);

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private HandbookDrugs handbookDrugs;

    @Autowired
    private Charts opener;

    private Person holder;
    private PersonId person;
    private FacilityId notebook;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        Card card = card();
        holder = card.holder();
        person = holder.id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private HttpResponse<String> read(String text) {
        return resident.post(NOTEBOOK, Map.of("text", text), "", new byte[0]);
    }

    private HttpResponse<String> kept(String text, String mine) {
        var answer = resident.post(
                NOTEBOOK + "/kept",
                Map.of("notebook", Base64.getEncoder().encodeToString(text.getBytes(Notebooks.MS932)), "mine", mine));
        settle(notebook);
        return answer;
    }

    private Requester caring() {
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        return pharmacist;
    }

    private List<ChartEntry> dispensed(Requester reader) {
        return shown(reader, person).stream()
                .filter(entry -> entry.kind() == RecordKind.DISPENSING)
                .toList();
    }

    @Test
    void whatAPharmacyOutsideTheNetworkDispensedIsTakenInAsThePersonsOwn() {
        var text = Notebooks.of(holder, Notebooks.dispensing(today.minusDays(3), "試験薬局", "架空アムロジピン錠5mg"));
        assertThat(read(text).body())
                .contains("調剤 1 件（新しいもの 1 件）", "架空アムロジピン錠5mg", "試験薬局")
                .doesNotContain("まちがいありません");
        assertThat(leads(kept(text, ""))).isEqualTo(NOTEBOOK + "?told=kept");
        var reader = caring();
        assertThat(dispensed(reader)).singleElement().satisfies(entry -> {
            assertThat(entry.facility()).isEqualTo(notebook);
            var extract = (PrescriptionExtract) entry.extract().read();
            assertThat(extract.place()).isEqualTo("試験病院");
            assertThat(extract.items()).singleElement().satisfies(item -> {
                assertThat(item.name()).isEqualTo("架空アムロジピン錠5mg");
                assertThat(item.days()).isEqualTo(14);
                assertThat(item.notes()).contains("本人が記録（電子版お薬手帳から取り込み）");
            });
        });
        assertThat(resident.get("/my/medicines").body()).contains("架空アムロジピン錠5mg", "本人が記録");
        assertThat(read(text).body()).contains("すでにあります", "新しいもの 0 件");
        assertThat(leads(kept(text, ""))).isEqualTo(NOTEBOOK + "?told=already");
        assertThat(dispensed(reader)).hasSize(1);
    }

    @Test
    void whatTheNetworkKnowsIsNotTakenInTwice() {
        var hospital = hospital();
        var number = number();
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        var known = Papers.of(number).prescription("E1", "架空ワルファリン錠");
        filed(hospital, known);
        var day = Papers.of(number).at().atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate();
        var text = Notebooks.of(
                holder,
                Notebooks.dispensing(day, "試験薬局", "架空ワルファリン錠"),
                Notebooks.dispensing(today.minusDays(1), "試験薬局", "架空ロキソ錠"));
        assertThat(read(text).body()).contains("調剤 2 件（新しいもの 1 件）");
        kept(text, "");
        assertThat(dispensed(caring()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).contains("架空ロキソ錠"));
    }

    @Test
    void theNotebookOfSomebodyElseIsNotTakenIn() {
        var other = Notebooks.of(
                "別人 太郎", "ベツジン タロウ", holder.birthDate().plusDays(1), Notebooks.dispensing(today, "試験薬局", "架空よその薬錠"));
        assertThat(read(other).body()).contains("生年月日が違います").doesNotContain("件を加える");
        assertThat(kept(other, "yes").statusCode()).isEqualTo(422);
        var married =
                Notebooks.of("旧姓 花子", "キュウセイ ハナコ", holder.birthDate(), Notebooks.dispensing(today, "試験薬局", "架空の薬錠"));
        assertThat(read(married).body()).contains("名前が登録と違うか", "まちがいありません");
        assertThat(kept(married, "").body()).contains("印を付けてください");
        assertThat(dispensed(caring())).isEmpty();
        assertThat(leads(kept(married, "yes"))).isEqualTo(NOTEBOOK + "?told=kept");
        assertThat(dispensed(caring())).hasSize(1);
    }

    @Test
    void whatIsNoWholeNotebookIsRefusedWithTheReason() throws Unreadable {
        var whole = Notebooks.of(holder, Notebooks.dispensing(today, "試験薬局", "架空アムロジピン錠5mg"));
        var parts = TcFile.read(whole.getBytes(Notebooks.MS932)).split("20261126000000", 120);
        assertThat(parts.size()).isGreaterThan(2);
        var first = new String(parts.getFirst(), Notebooks.MS932);
        refused(read(first), "コードが足りません");
        refused(read(""), "何も読み取れていません");
        refused(read("HM1.1234567890123.1.0123456789ab"), "電子版お薬手帳のコードではありません");
        refused(read(whole.replace("試験薬局", "薬局 123456789018 個人")), "個人番号");
        refused(read("JAHISTC08,1\r\n" + "9".repeat(70_000)), "長すぎます");
        refused(read(whole.replace("201,1,", "201,9,")), "書き方が違うため、読めません");
        var mixed = new StringBuilder();
        for (var n = parts.size() - 1; n >= 0; n--) {
            mixed.append(new String(parts.get(n), Notebooks.MS932));
        }
        assertThat(read(mixed.toString()).body()).as("in any order").contains("架空アムロジピン錠5mg");
        var file = resident.post(NOTEBOOK, Map.of("text", ""), "techo.csv", whole.getBytes(Notebooks.MS932));
        assertThat(file.body()).contains("架空アムロジピン錠5mg");
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(why).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void ourOwnCodesAreReadBackAsTheStandardWritesThem() throws Unreadable {
        var text = Notebooks.of(holder, Notebooks.dispensing(today.minusDays(3), "試験薬局", "架空アムロジピン錠5mg"));
        kept(text, "");
        assertThat(resident.get("/my/medicines/codes").body()).contains("入っている薬（1）", "コード 1／");
        var file = resident.get("/my/medicines/codes/file");
        assertThat(file.statusCode()).isEqualTo(200);
        var reader = caring();
        var written = opener.open(reader, person, Purpose.TREATMENT, ChartView.HANDBOOK, opening -> switch (opening) {
            case Opening.Opened(var chart) -> {
                var read = handbookDrugs.of(chart);
                yield Handbook.of(chart.person(), read.medicines(), read.lost());
            }
            case Opening.Closed closed -> throw new IllegalStateException(closed.toString());
        });
        var read = TcFile.read(written.file());
        assertThat(read.bytes().bytes()).as("byte for byte").isEqualTo(written.file());
        assertThat(TcFile.read(read.split("20261126000000", 150)).bytes().bytes())
                .isEqualTo(written.file());
        assertThat(new String(written.file(), Notebooks.MS932)).contains("201,1,架空アムロジピン錠5mg,1,錠");
    }

    @Test
    void whatWasTakenInByMistakeIsTakenBack() {
        var text = Notebooks.of(holder, Notebooks.dispensing(today, "試験薬局", "架空アムロジピン錠5mg"));
        kept(text, "");
        var reader = caring();
        assertThat(dispensed(reader)).hasSize(1);
        var page = resident.get(NOTEBOOK).body();
        var record = page.replaceAll("(?s).*(/my/medicines/notebook/[0-9a-f-]{36}/withdraw).*", "$1");
        assertThat(signedIn(card()).post(record, Map.of()).statusCode()).isEqualTo(404);
        assertThat(leads(resident.post(record, Map.of()))).isEqualTo(NOTEBOOK + "?told=withdrawn");
        settle(notebook);
        assertThat(dispensed(reader)).isEmpty();
        assertThat(resident.get(NOTEBOOK).body()).doesNotContain("試験薬局");
        assertThat(leads(kept(text, "")))
                .as("it is taken in again if they want it after all")
                .isEqualTo(NOTEBOOK + "?told=kept");
        assertThat(dispensed(reader)).hasSize(1);
    }

    @Test
    void aDispensingWithOneMoreDrugThanTheChartHasIsNew() {
        var first = Notebooks.dispensing(today, "試験薬局", "架空アムロジピン錠5mg");
        kept(Notebooks.of(holder, first), "");
        var more = Notebooks.of(holder, first + "201,2,架空ロキソ錠,1,錠,1,,1\r\n301,2,【1日1回夕食後】,14,日分,1,1,,1\r\n");
        assertThat(read(more).body()).contains("調剤 1 件（新しいもの 1 件）");
        assertThat(kept(more, "").body()).contains("先にそれを取り消して");
        var reader = caring();
        assertThat(dispensed(reader)).hasSize(1);
        var page = resident.get(NOTEBOOK).body();
        resident.post(page.replaceAll("(?s).*(/my/medicines/notebook/[0-9a-f-]{36}/withdraw).*", "$1"), Map.of());
        settle(notebook);
        assertThat(leads(kept(more, ""))).isEqualTo(NOTEBOOK + "?told=kept");
        assertThat(dispensed(reader))
                .singleElement()
                .satisfies(entry -> assertThat(
                                ((PrescriptionExtract) entry.extract().read()).items())
                        .hasSize(2));
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        var text = Notebooks.of(holder, Notebooks.dispensing(today, "試験薬局", "架空アムロジピン錠5mg"));
        kept(text, "");
        var other = signedIn(card());
        assertThat(other.get("/my/medicines/codes").body()).doesNotContain("架空アムロジピン錠5mg");
        assertThat(other.get("/my/medicines/codes/file").statusCode()).isEqualTo(404);
        assertThat(shown(doctor(), person)).isEmpty();
    }

    /// Notebooks that others wrote are looked at whole; what they say of another birth date is not taken in.
    @Test
    @EnabledIfEnvironmentVariable(
            named = "HMNET_SHARED",
            matches = ".+",
            disabledReason = "the shared folder is absent")
    void notebooksOfOthersAreReadThroughTheSamePage() throws IOException {
        var folder = Path.of(System.getenv("HMNET_SHARED"), "samples", "jahis-rx-tc-matsumoto", "fixtures");
        for (var name : List.of("tc-minimal-valid.txt", "tc-multi-dispensing.txt")) {
            var answer = read(Files.readString(folder.resolve(name), UTF_8));
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.body()).as(name).contains("読み取った中身").contains("生年月日が違います");
        }
        refused(read(Files.readString(folder.resolve("tc-supported-records-full.txt"), UTF_8)), "コードが足りません");
    }
}
