package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How documents are read and written, apart from any transaction.
class V3XmlReaderTest {
    private static V3Document read(String text) throws BadXml {
        return V3XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatStandsInTheBodyIsKeptToTheLetter() throws Exception {
        for (var message : List.of(
                "<p:m xmlns:p=\"urn:p\" a='1'><p:x>髙﨑𠮷 &amp; &#x9ad9;</p:x></p:m>",
                "<m/>",
                "<m>\r\n  <!-- </Body> -->\r\n<x><![CDATA[</e:Body>]]></x></m>",
                "<m>" + "<x>花子 </x>\r\n".repeat(9_000) + "</m>")) {
            var envelope =
                    "\uFEFF<?xml version=\"1.0\"?>\r\n<e:Envelope xmlns:e=\"urn:e\" xmlns:b=\"urn:b\"><e:Header><m/></e:Header>\n"
                            + "<e:Body xmlns=\"urn:d\" >\n " + message + "\r\n</e:Body >\n<!-- end --></e:Envelope>";
            var document = read(envelope);
            assertThat(document.inner()).isEqualTo(message);
            assertThat(document.namespaces()).isEqualTo("xmlns=urn:d xmlns:b=urn:b xmlns:e=urn:e");
        }
    }

    /// Wherever a parser's buffers end, be it within a name.
    @Test
    void whatIsKeptDoesNotDependOnWhereTheMessageStandsInTheEnvelope() throws Exception {
        var message = "<p:PRPA_IN201301UV02 xmlns:p=\"urn:p\" a='>'><p:x>花子</p:x></p:PRPA_IN201301UV02>";
        var places = IntStream.concat(IntStream.rangeClosed(0, 120), IntStream.rangeClosed(8_100, 8_300));
        for (var spaces : places.mapToObj(" "::repeat).toList()) {
            for (var envelope : List.of(
                    "<soapenv:Envelope%s xmlns:soapenv=\"urn:e\"><soapenv:Header/>",
                    "<soapenv:Envelope xmlns:soapenv=\"urn:e\"><soapenv:Header>%s<h a='/soapenv:Body>'/></soapenv:Header>")) {
                var read = read(
                        envelope.formatted(spaces) + "<soapenv:Body>" + message + "</soapenv:Body></soapenv:Envelope>");
                assertThat(read.inner()).as("%s spaces", spaces.length()).isEqualTo(message);
            }
        }
    }

    @Test
    void whatAHeaderDeclaresIsNotDeclaredAroundTheMessage() throws Exception {
        var document = read("<e:E xmlns:e=\"urn:e\" xmlns:a=\"urn:a\"><e:H xmlns:a=\"urn:other\" xmlns:b=\"urn:b\"/>"
                + "<e:B xmlns:c=\"urn:c\"><m/></e:B></e:E>");
        assertThat(document.namespaces()).isEqualTo("xmlns:a=urn:a xmlns:c=urn:c xmlns:e=urn:e");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var written = Element.of("m")
                .with("a", "<\"&'>\n髙")
                .add(
                        Element.of("value").typed("INT").with("value", "1"),
                        new Element("urn:other", "o").add(Element.of("back")),
                        Element.of("t").saying("a<b & \u0001c\r"));
        var again = V3XmlReader.read(Markup.text(written)).root();
        assertThat(again.attribute("a")).isEqualTo("<\"&'> 髙");
        assertThat(again.find("value").orElseThrow().attribute(Element.XSI, "type"))
                .isEqualTo("INT");
        assertThat(again.children().get(1).is("urn:other", "o")).isTrue();
        assertThat(again.children().get(1).children().getFirst().is(Element.V3, "back"))
                .isTrue();
        assertThat(again.find("t").orElseThrow().text()).isEqualTo("a<b &  c");
    }

    @Test
    void aPersonIsReadInWhateverWayTheirNameIsMarked() throws Exception {
        var marked =
                person("<name use=\"SYL\"><family>ミホン</family></name><name use=\"IDE\"><family>見本</family></name>");
        assertThat(List.of(marked.familyName(), marked.familyKana())).containsExactly("見本", "ミホン");
        var unmarked = person("<name><family>ﾐﾎﾝ</family></name><name><family>見本</family><given>花子</given></name>");
        assertThat(List.of(unmarked.familyName(), unmarked.familyKana())).containsExactly("見本", "ﾐﾎﾝ");
        var latin = person("<name use=\"L ABC\"><given>MARY</given><given>ANNE</given><family>SAMPLE</family></name>");
        assertThat(List.of(latin.familyName(), latin.givenName(), latin.familyKana()))
                .containsExactly("SAMPLE", "MARY ANNE", "");
        assertThat(person("<name>見本花子</name>").familyName()).isEqualTo("見本花子");
        var before = person("<name><family qualifier=\"BR\">旧姓</family><family>見本</family></name>");
        assertThat(before.familyName()).isEqualTo("見本");
        var rest = person("<telecom value=\"mailto:x@mihon.example\"/><telecom value=\"tel:082-555-0100\"/>"
                + "<administrativeGenderCode nullFlavor=\"UNK\"/><birthTime value=\"19571208\"/>"
                + "<addr><city>架空市</city><state>広島県</state></addr>");
        assertThat(List.of(rest.phone(), rest.sex(), String.valueOf(rest.birthDate()), rest.address()))
                .containsExactly("082-555-0100", "unknown", "1957-12-08", "広島県架空市");
    }

    private static hmnet.formats.model.chart.Demographics person(String inner) throws BadXml {
        return V3PersonReader.of(
                V3XmlReader.read("<patientPerson xmlns=\"urn:hl7-org:v3\">" + inner + "</patientPerson>")
                        .root());
    }

    @Test
    void whatIsCutOffIsNotRead() {
        var whole = "<a><b c=\"d\">e</b></a>";
        for (var length = 0; length < whole.length(); length++) {
            var cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(BadXml.class);
        }
    }
}
