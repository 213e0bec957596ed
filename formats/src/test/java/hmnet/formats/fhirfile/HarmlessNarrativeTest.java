package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// G10: the words of a record are shown in browsers; what is not on the list of harmless markup never gets there.
class HarmlessNarrativeTest {
    private static final String OPEN = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";
    private final List<Note> notes = new ArrayList<>();

    private String kept(String within) {
        return new FhirRepairs(notes)
                .of(JsonValue.object(java.util.Map.of("div", JsonValue.text(OPEN + within + "</div>", 1)), 1))
                .text("div");
    }

    @Test
    void whatActsOrLoadsIsLeftOutAndItsWordsStay() {
        for (var hostile : List.of(
                "<a href=\"vbscript:msgbox(1)\">言葉</a>",
                "<a href=\"java&#9;script:alert(1)\">言葉</a>",
                "<a href=\"&#1;javascript:alert(1)\">言葉</a>".replace("&#1;", " "),
                "<a href=\"java&#10;script&#58;alert(1)\">言葉</a>",
                "<a href=\"//evil.example/x\">言葉</a>",
                "<a href=\"\\\\evil\\share\">言葉</a>",
                "<a href=\"file:///c:/x\">言葉</a>",
                "<a href=\"data:text/html,x\">言葉</a>",
                "<img src=\"#a\" srcset=\"https://evil.example/a 1x\" alt=\"言葉\"/>言葉",
                "<img src=\"https://evil.example/a\"/>言葉",
                "<table background=\"https://evil.example/a\"><tr><td>言葉</td></tr></table>",
                "<p style=\"background:u\\72l(https://evil.example)\">言葉</p>",
                "<p style=\"width:expression(alert(1))\">言葉</p>",
                "<p onclick=\"alert(1)\">言葉</p>",
                "<p OnMouseOver=\"alert(1)\">言葉</p>",
                "<form action=\"https://evil.example\"><p>言葉</p></form>",
                "<svg><p>言葉</p></svg>",
                "<math><p>言葉</p></math>",
                "<iframe srcdoc=\"x\"/>言葉",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\"/>言葉",
                "<base href=\"https://evil.example\"/>言葉",
                "<object data=\"https://evil.example\"/>言葉",
                "<p>言葉<![CDATA[<img src=x onerror=alert(1)>]]></p>",
                "<p><!--[if IE]><script>alert(1)</script><![endif]-->言葉</p>")) {
            notes.clear();
            assertThat(kept(hostile))
                    .as(hostile)
                    .contains("言葉")
                    .doesNotContainIgnoringCase("script:")
                    .doesNotContainIgnoringCase("evil")
                    .doesNotContainIgnoringCase("expression")
                    .doesNotContain("<img src=x", "onclick", "Over", "<!", "data:", "file:");
            assertThat(notes).as(hostile).extracting(Note::code).containsExactly("narrative-unsafe");
        }
    }

    @Test
    void whatFhirAllowsStaysToTheByte() {
        for (var plain : List.of(
                "<p>空腹 <b>時</b>血糖 &lt; 100 &amp; a@b.example = `x`</p>",
                "<table class=\"grid\" border=\"1\"><thead><tr><th colspan=\"2\">項目</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>",
                "<h2 id=\"s1\" style=\"color: #333; font-weight:bold\">章</h2><ul><li><a href=\"#s1\">上へ</a></li></ul>",
                "<a href=\"Patient/p1\">患者</a> <a href=\"https://hospital.example/\">病院</a> <a name=\"x\"/>",
                "<img src=\"#pic\" alt=\"図\"/><br/><hr/><span>語</span>",
                "<pre>  一行目\n  二行目</pre>")) {
            assertThat(kept(plain)).isEqualTo(OPEN + plain + "</div>");
        }
        assertThat(notes).isEmpty();
    }

    /// As HL7's own generator writes it, in 340 places of the examples of JP-CLINS.
    @Test
    void whatHl7sGeneratorWritesStaysToTheByte() {
        for (var generated : List.of(
                "<p><b>Generated Narrative: Condition</b></p><div style=\"display: inline-block; background-color: #d9e0e7;"
                        + " padding: 6px; margin: 4px; border: 1px solid #8da1b4; border-radius: 5px; line-height: 60%\">"
                        + "<p style=\"margin-bottom: 0px\">Resource Condition</p></div>",
                "<p><b>code</b>: 腹痛 <span style=\"background: LightGoldenRodYellow; margin: 4px; border: 1px solid khaki\">"
                        + " (<a href=\"https://example.org/CodeSystem\">病名</a>#X)</span></p>",
                "<table style=\"width: 100%; border-collapse: collapse;\"><tbody><tr><td style=\"white-space: nowrap\">1</td></tr></tbody></table>",
                "<ul style=\"list-style-type: none\"><li>一</li></ul>")) {
            assertThat(kept(generated)).isEqualTo(OPEN + generated + "</div>");
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void wordsOutOfSightAreShownAndNamed() {
        for (var hiding : List.of(
                "display:none",
                "DISPLAY : none ;",
                "color: red; display:none !important",
                "visibility: hidden",
                "font-size: 0",
                "font-size:1px",
                "font-size: .1em",
                "opacity:0",
                "position:absolute; left:-9999px",
                "text-indent:-9999px",
                "color:white;background-color:white",
                "color:#fff;background:#FFFFFF",
                "color:#fffffe",
                "color:snow;background-color:#fff",
                "color:#000;background:black",
                "letter-spacing:-9em",
                "line-height:0",
                "padding-left:99999px",
                "max-height:0;overflow:hidden",
                "color:transparent",
                "font:0px serif",
                "color:#0000",
                "color:#00000000",
                "color:#0001",
                "color:rgba(0,0,0,0)",
                "color:hsla(0,0%,0%,0)",
                "color:canvas",
                "color:#000;background:#fff;background-color:#000",
                "color:#fff;color:#00000",
                "font-size:0;font-size:12foo",
                "font-size:0.1cm",
                "font-size:0.05in",
                "font-size:0.1ex",
                "font-size:1mm",
                "font-size:0.2pc",
                "font-size:calc(0px)",
                "font-size:0.1vw",
                "font-size:900px",
                "font-size:60em",
                "margin-left:999cm",
                "margin-left:500%",
                "margin:0 0 0 99em",
                "margin-left:99vw",
                "padding:0 0 0 50cm",
                "border-left:99cm solid white",
                "width:99cm",
                "vertical-align:99em",
                "line-height:0.1",
                "line-height:1mm",
                "line-height:500",
                "transform:scale(0)",
                "filter:opacity(0)",
                "clip-path:inset(50%)",
                "zoom:0.1",
                "unicode-bidi:bidi-override;direction:rtl",
                "max-width:0;overflow:hidden",
                "max-height:0",
                "float:right;margin-right:-999px",
                "font-family:Wingdings",
                "font-family:'Segoe UI Symbol', Webdings",
                "-webkit-text-fill-color:white",
                "disp\\6cay:none",
                "display:/**/none")) {
            notes.clear();
            assertThat(kept("<p>見える</p><p style=\"" + hiding + "\">ペニシリンで呼吸停止</p>"))
                    .as(hiding)
                    .isEqualTo(OPEN + "<p>見える</p><p>ペニシリンで呼吸停止</p></div>");
            assertThat(notes).as(hiding).extracting(Note::code).containsExactly("narrative-unsafe");
        }
    }

    @Test
    void aTableThatPushesItsWordsAwayIsDrawnIn() {
        for (var pushing : List.of(
                "<table cellpadding=\"9999\"><tbody><tr><td>言葉</td></tr></tbody></table>",
                "<table><tbody><tr><td width=\"99999\" align=\"right\">言葉</td></tr></tbody></table>",
                "<table width=\"9000%\"><tbody><tr><td align=\"right\">言葉</td></tr></tbody></table>")) {
            assertThat(kept(pushing)).as(pushing).contains("言葉").doesNotContain("9999", "9000");
        }
        notes.clear();
        var plain =
                "<table border=\"1\" cellpadding=\"5\" width=\"100%\"><tbody><tr><td width=\"120\">言葉</td></tr></tbody></table>";
        assertThat(kept(plain)).isEqualTo(OPEN + plain + "</div>");
        assertThat(notes).isEmpty();
    }

    /// What one element says of colour and size holds for all within.
    @Test
    void wordsHiddenByWhatStandsAroundThemAreShown() {
        for (var hiding : List.of(
                "<div style=\"background-color:#000\"><p style=\"color:#000\">言葉</p></div>",
                "<div style=\"background:black\">言葉</div>",
                "<div style=\"color:#fff;background:#000\"><p style=\"background:white\">言葉</p></div>",
                "<div style=\"color:#fff;background:#000\"><b style=\"background:#fff\"><i>言葉</i></b></div>",
                "<div style=\"font-size:50%\"><p style=\"font-size:50%\"><b style=\"font-size:.5em\">言葉</b></p></div>",
                "<div style=\"line-height:0\"><p>言葉</p></div>",
                "<div style=\"line-height:8px\"><p style=\"font-size:40px\">言葉</p></div>",
                "<div style=\"margin-left:400px\"><div style=\"margin-left:400px\"><p style=\"padding:0 25em\">言葉</p></div></div>",
                "<p style=\"background:#00e\"><a href=\"#x\">言葉</a></p>")) {
            notes.clear();
            assertThat(kept(hiding)).as(hiding).contains("言葉").doesNotContain("style");
            assertThat(notes).as(hiding).extracting(Note::code).containsExactly("narrative-unsafe");
        }
    }

    @Test
    void aPlainStyleStaysToTheByteWhereNoWordIsHidden() {
        for (var plain : List.of(
                "<div style=\"background:#000\"><p style=\"color:#fff\">言葉</p></div>",
                "<table><tbody><tr><td style=\"background:black\"/><td>言葉</td></tr></tbody></table>",
                "<div style=\"font-size:0\"><span style=\"font-size: 12px\">言葉</span></div>",
                "<p style=\"color:red; background:green\">言葉</p>",
                "<p style=\"color:#000F;font-family:'MS Gothic', メイリオ, sans-serif\">言葉</p>",
                "<p style=\"font-size:9pt;line-height:1.5;margin:0 auto;border:0.1em solid #ccc;width:60em\">言葉</p>",
                "<div style=\"line-height:1.2\"><h1 style=\"font-size:60px\">言葉</h1></div>",
                "<del style=\"text-decoration:line-through !important\">言葉</del>")) {
            assertThat(kept(plain)).as(plain).isEqualTo(OPEN + plain + "</div>");
        }
        assertThat(notes).isEmpty();
    }

    /// A line through words says that they no longer hold.
    @Test
    void whatIsNotOnTheListGoesAndTheRestOfTheStyleStays() {
        assertThat(kept("<p style=\"overflow:auto;text-decoration:line-through;font-size:9pt;cursor:pointer\">言葉</p>"))
                .isEqualTo(OPEN + "<p style=\"text-decoration: line-through; font-size: 9pt\">言葉</p></div>");
        assertThat(kept("<p style=\"width:0;overflow:hidden\">言葉</p>"))
                .isEqualTo(OPEN + "<p style=\"width: 0\">言葉</p></div>");
        assertThat(kept("<p style=\"color:#fff;background-color:#000;background:#fff\">言葉</p>"))
                .isEqualTo(OPEN + "<p style=\"color: #fff; background-color: #000\">言葉</p></div>");
        assertThat(notes).extracting(Note::code).containsOnly("narrative-unsafe");
    }

    @Test
    void aStyleThatLoadsBesideAPlainOneIsLeftOut() {
        assertThat(kept("<p style=\"display:block; background:url(https://evil.example)\">言葉</p>"))
                .doesNotContain("evil");
        assertThat(notes).extracting(Note::code).containsExactly("narrative-unsafe");
    }
}
