package hmnet.record.layouts;

import hmnet.ground.design.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The layouts of a facility's laboratories (検査会社の取り決めの画面): what was tried, what is declared.
///
/// @param done what was just done, or null
/// @param problem why nothing was done, or null
/// @param form the fields as typed
/// @param slips by place in the form, the word for what is wrong there
/// @param declaration the same in writing
/// @param writing whether it was written rather than filled in
/// @param carried the sample, brought along in the page; empty where there is none
/// @param said what is wrong with the sample, in words
/// @param fields the words a declaration may use
record LayoutsScreen(
        @Nullable String done,
        @Nullable String problem,
        LayoutForm form,
        Map<String, String> slips,
        String declaration,
        boolean writing,
        @Nullable SampleColumns columns,
        String carried,
        String carriedName,
        LayoutTrial.@Nullable Read read,
        LayoutTrial.@Nullable BadLayout badLayout,
        LayoutTrial.@Nullable BadSample badSample,
        String said,
        List<String> fields,
        List<LabLayouts.LayoutVersion> declared) {
    static final String SAMPLE = "sample/";
    private static final int SPARE_MARKS = 2;
    private static final List<String> MEANINGS = List.of(
            "limit/<",
            "limit/<=",
            "limit/>=",
            "limit/>",
            "limit/",
            "flag/H",
            "flag/L",
            "flag/N",
            "status/F",
            "status/P",
            "status/C",
            "status/X");

    public List<FieldGroup> groups() {
        return List.of(FieldGroup.values());
    }

    /// One more than there are.
    public List<LayoutForm.Repeat> repeats() {
        var all = new ArrayList<>(form.repeats());
        all.add(LayoutForm.Repeat.BLANK);
        return all;
    }

    /// Two more than there are.
    public List<LayoutForm.MarkMeaning> marks() {
        var all = new ArrayList<>(form.marks());
        for (int i = 0; i < SPARE_MARKS; i++) {
            all.add(LayoutForm.MarkMeaning.BLANK);
        }
        return all;
    }

    /// What a mark may mean, and what this one means already.
    public List<String> meanings(LayoutForm.MarkMeaning mark) {
        var all = new ArrayList<>(MEANINGS);
        if (!mark.meaning().isEmpty() && !all.contains(mark.meaning())) {
            all.add(mark.meaning());
        }
        return all;
    }

    /// What a meaning is called; one of the laboratory's own stands as it is.
    public String meaning(String meaning, Messages m) {
        return MEANINGS.contains(meaning) ? m.t("layouts.meaning." + MEANINGS.indexOf(meaning)) : meaning;
    }

    /// Whether a part that is folded has something in it.
    public boolean marked() {
        return !form.marks().isEmpty() || slips.keySet().stream().anyMatch(place -> place.startsWith("mark-"));
    }

    public @Nullable String slip(String place, Messages m) {
        var word = slips.get(place);
        return word == null
                ? null
                : word.startsWith(SAMPLE) ? word.substring(SAMPLE.length()) : m.t("layouts.slip." + word);
    }

    /// What is wrong with the rows as a whole.
    public List<String> missing(Messages m) {
        return slips.entrySet().stream()
                .filter(slip -> slip.getKey().startsWith("rows-"))
                .map(slip -> m.t("layouts.slip." + slip.getValue()))
                .toList();
    }
}
