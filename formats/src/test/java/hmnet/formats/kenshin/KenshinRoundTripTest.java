package hmnet.formats.kenshin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.Samples;
import hmnet.formats.model.chart.Results;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// What we write our reader reads again the same, and the standard's own schema accepts.
class KenshinRoundTripTest {
    @Test
    void aCheckupIsWrittenAndReadAgainTheSame() throws Unreadable {
        var file = KenshinFile.read(KenshinWriter.write(Invented.checkup()));
        assertThat(file.checkups()).containsExactly(Invented.checkup());
        assertThat(KenshinFile.read(file.bytes()).root()).isEqualTo(file.root());
    }

    @Test
    void aClaimIsWrittenAndReadAgainTheSameInEitherNamespace() throws Unreadable {
        assertThat(KenshinFile.read(new ClaimWriter(KenshinFile.NEW).claim(Invented.claim()))
                        .claims())
                .containsExactly(Invented.claim());
        var old = KenshinFile.read(new ClaimWriter(KenshinFile.OLD).claim(Invented.claim()));
        assertThat(old.version()).isEqualTo("2007");
        assertThat(old.claims().getFirst().claimed()).isEqualTo("9660");
    }

    @Test
    void anArchiveIsWrittenAndReadAgainTheSame() throws Unreadable {
        var bytes = archive();
        assertThat(KenshinFile.looksLike(bytes, "3419999999_01349999_202604101_1.zip"))
                .isTrue();
        var file = KenshinFile.read(bytes);
        assertThat(file.checkups()).containsExactly(Invented.checkup());
        assertThat(file.claims()).containsExactly(Invented.claim());
        assertThat(file.totals()).isEqualTo(Invented.totals());
        assertThat(file.notes()).extracting(Note::code).doesNotContain("total-differs", "index-missing");
    }

    static byte[] archive() {
        return ArchiveWriter.write(
                KenshinFile.NEW, Invented.totals(), 1, List.of(Invented.checkup()), List.of(Invented.claim()));
    }

    @Test
    void theSheetOfACheckupIsWrittenBackWithItsItems() throws Unreadable {
        var sheet = KenshinFile.read(KenshinWriter.write(Invented.checkup()))
                .sheets()
                .getFirst();
        var converted = KenshinConversion.of(sheet);
        assertThat(converted.notes()).isEmpty();
        var checkup = java.util.Objects.requireNonNull(converted.checkup());
        assertThat(checkup.items().map(CheckupItem::code))
                .containsExactlyElementsOf(
                        Invented.checkup().items().map(CheckupItem::code).toList());
        assertThat(KenshinFile.read(KenshinWriter.write(checkup))
                        .sheets()
                        .getFirst()
                        .source())
                .isNotEmpty();
    }

    @Test
    void whatTheStandardDemandsIsNotLeftOut() {
        var nobody = Invented.checkup().examinee();
        var unborn = new Examinee(
                "", nobody.insurer(), nobody.symbol(), nobody.number(), "", nobody.kana(), "", "2", "", "");
        var good = Invented.checkup();
        var bad = new Checkup(
                good.report(),
                good.program(),
                good.written(),
                good.done(),
                unborn,
                good.author(),
                good.performer(),
                null,
                good.sections());
        assertThatThrownBy(() -> KenshinWriter.write(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resultsNotMeasuredAndOutOfRangeAreToldApart() throws Unreadable {
        var sheet = KenshinFile.read(KenshinWriter.write(Invented.checkup()))
                .sheets()
                .getFirst();
        var results = (Results) sheet.entries().getFirst();
        assertThat(results.title()).isEqualTo("特定健診");
        assertThat(results.results())
                .filteredOn(result -> result.status().equals("X"))
                .singleElement()
                .satisfies(result -> assertThat(result.notes()).containsExactly("未実施"));
        assertThat(results.results())
                .filteredOn(result -> result.flag().equals("H"))
                .singleElement()
                .satisfies(result -> assertThat(result.value()).isEqualTo("131"));
        assertThat(sheet.source()).doesNotContain("７７７");
    }

    @Test
    void theSchemasOfTheStandardAcceptWhatWeWrite() throws IOException, SAXException {
        assumeTrue(Samples.present(), "the shared folder is absent");
        var results = KenshinWriter.write(Invented.checkup());
        var now = new ClaimWriter(KenshinFile.NEW);
        var before = new ClaimWriter(KenshinFile.OLD);
        for (var period : List.of("tokutei-csvxlm2/XSD", "tokutei-nittoku/XSD3-2018", "tokutei-nittoku/XSD-2013")) {
            validate(period + "/hc08_V08.xsd", results);
        }
        validate("tokutei-csvxlm2/XSD/cc08_V08.xsd", now.claim(Invented.claim()));
        validate("tokutei-csvxlm2/XSD/ix08_V08.xsd", now.index(Invented.totals(), 1));
        validate("tokutei-csvxlm2/XSD/su08_V08.xsd", now.summary(Invented.totals(), List.of(Invented.claim())));
        validate("tokutei-nittoku/XSD3-2018/cc08_V08.xsd", before.claim(Invented.claim()));
        validate("tokutei-nittoku/XSD3-2018/ix08_V08.xsd", before.index(Invented.totals(), 1));
        validate(
                "tokutei-nittoku/XSD3-2018/su08_V08.xsd", before.summary(Invented.totals(), List.of(Invented.claim())));
    }

    @Test
    void theSchemaAcceptsWhatTablesAndOtherFormatsBecome() throws IOException, SAXException, Unreadable {
        assumeTrue(Samples.present(), "the shared folder is absent");
        var sheet = KenshinFile.read(KenshinWriter.write(Invented.checkup()))
                .sheets()
                .getFirst();
        validate(
                "tokutei-csvxlm2/XSD/hc08_V08.xsd",
                CheckupFiles.write(List.of(sheet)).bytes());
        int written = 0;
        for (var path : Samples.files(".csv", "tokutei-csvxlm2/UserData")) {
            for (var checkup : KenshinFile.read(Samples.bytes(path)).checkups()) {
                if (KenshinDemands.missing(checkup).isEmpty()) {
                    validate("tokutei-csvxlm2/XSD/hc08_V08.xsd", KenshinWriter.write(checkup));
                    written++;
                }
            }
        }
        assertThat(written).isPositive();
    }

    @Test
    void severalCheckUpsTravelInAnArchiveOfOneInstitutionAndInsurer() throws Unreadable {
        var one = Invented.checkup();
        var other = new Checkup(
                one.report(),
                one.program(),
                one.written(),
                "20260406",
                one.examinee(),
                one.author(),
                one.performer(),
                null,
                one.sections());
        var table = new KenshinFile("", "健診CSV", null, List.of(one, other), List.of(), null, List.of());
        assertThat(KenshinFile.read(CheckupFiles.write(table).bytes()).checkups())
                .containsExactly(one, other);
        var sheets = table.sheets();
        assertThatThrownBy(() -> CheckupFiles.write(sheets)).hasMessageContaining("not-writable");
    }

    private static void validate(String schema, byte[] xml) throws IOException, SAXException {
        Path path = Samples.folder().resolve(schema);
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var validator = factory.newSchema(path.toFile()).newValidator();
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException e) {
            throw new SAXException(schema + " refuses " + new String(xml, StandardCharsets.UTF_8), e);
        }
    }
}
