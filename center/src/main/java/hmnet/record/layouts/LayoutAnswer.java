package hmnet.record.layouts;

import hmnet.formats.file.NoteWords;
import hmnet.formats.labcsv.LabLayout;
import hmnet.ground.design.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is answered to a layout that was sent (取り決めへの返事): what was read, or what is wrong and where.
///
/// @param problem why nothing was read, or null
/// @param slips by place in the form
/// @param said what is wrong with the sample, in words
record LayoutAnswer(
        SentLayout sent,
        @Nullable String problem,
        Map<String, String> slips,
        @Nullable LayoutTrial tried,
        String said) {
    private static final int DECLARATION_MAX = 20_000;
    private static final String EXAMPLE = """
            layout,mihon,2026-11-01
            form,csv,8,8
            heading,1
            field,patient,1
            field,name,2
            field,sampled,3
            field,itemCode,4
            field,item,5
            field,value,6
            field,unit,7
            field,range,8
            """;

    static LayoutAnswer of(SentLayout sent) {
        return new LayoutAnswer(sent, null, Map.of(), null, "");
    }

    LayoutAnswer but(String why) {
        return new LayoutAnswer(sent, why, slips, tried, said);
    }

    /// Tried on its sample; slips in the fields are told before it is.
    static LayoutAnswer tried(SentLayout sent, Messages m) {
        var declaration = sent.declaration();
        var slips = sent.written().isEmpty() ? LayoutSlips.of(sent.form()) : Map.<String, String>of();
        if (sent.sample().length == 0) {
            return new LayoutAnswer(sent, "missing", slips, null, "");
        }
        if (!slips.isEmpty() || declaration.length() > DECLARATION_MAX) {
            return new LayoutAnswer(sent, slips.isEmpty() ? "too-long" : "slips", slips, null, "");
        }
        var tried = LayoutTrial.of(declaration, sent.sample());
        return switch (tried) {
            case LayoutTrial.Read read -> new LayoutAnswer(sent, null, Map.of(), read, "");
            case LayoutTrial.BadLayout bad ->
                new LayoutAnswer(
                        sent, "layout", sent.written().isEmpty() ? FieldFault.of(bad, sent.form()) : Map.of(), bad, "");
            case LayoutTrial.BadSample bad -> {
                var said = NoteWords.in(m.language().tag(), bad.code()).orElse(bad.code());
                yield new LayoutAnswer(sent, "sample", FieldFault.of(bad, said, sent), bad, said);
            }
        };
    }

    LayoutsScreen screen(@Nullable String done, List<LabLayouts.LayoutVersion> declared) {
        var form = sent.form();
        var text = sent.written().isEmpty() ? form.text() : sent.written();
        return new LayoutsScreen(
                done,
                problem,
                form,
                slips,
                form.equals(LayoutForm.empty()) ? EXAMPLE : text,
                !sent.written().isEmpty() && !sent.act().equals("fill"),
                sent.sample().length == 0 ? null : SampleColumns.of(sent.sample(), form),
                sent.toCarry(),
                sent.sampleName(),
                tried instanceof LayoutTrial.Read read ? read : null,
                tried instanceof LayoutTrial.BadLayout bad ? bad : null,
                tried instanceof LayoutTrial.BadSample bad ? bad : null,
                said,
                LabLayout.words(),
                declared);
    }
}
