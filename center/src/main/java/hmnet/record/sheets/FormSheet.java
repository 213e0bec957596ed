package hmnet.record.sheets;

import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A sheet (帳票): a Questionnaire of FHIR R4, as far as it is used here. Immutable.
///
/// @param url its canonical address, which all its versions share
/// @param allocated names that stand for ids of what is extracted; they are nothing here
/// @param templates contained resources that answers are written into, by id
public record FormSheet(
        String url,
        String version,
        SheetWords title,
        SheetWords description,
        List<ItemExpressions.SheetVariable> variables,
        List<String> allocated,
        Map<String, JsonValue> templates,
        List<String> wholeTemplates,
        List<SheetItem> items) {
    /// Items of a sheet at most.
    public static final int ITEMS = 2_000;

    public FormSheet {
        variables = List.copyOf(variables);
        allocated = List.copyOf(allocated);
        templates = Map.copyOf(templates);
        wholeTemplates = List.copyOf(wholeTemplates);
        items = List.copyOf(items);
    }

    /// As a response names it.
    public String canonical() {
        return url + "|" + version;
    }

    public Stream<SheetItem> all() {
        return items.stream().flatMap(SheetItem::all);
    }

    /// What is asked on one page (頁).
    public record SheetStep(SheetWords title, List<SheetItem> items) {}

    /// Each group at the top is a page; what stands between groups is one too.
    public List<SheetStep> steps() {
        var steps = new ArrayList<SheetStep>();
        var loose = new ArrayList<SheetItem>();
        for (var item : items) {
            if (item.kind() == ItemKind.GROUP) {
                flush(loose, steps);
                if (!item.rules().hidden()) {
                    steps.add(new SheetStep(item.text(), List.of(item)));
                }
            } else {
                loose.add(item);
            }
        }
        flush(loose, steps);
        return steps.isEmpty() ? List.of(new SheetStep(title, items)) : List.copyOf(steps);
    }

    private void flush(List<SheetItem> loose, List<SheetStep> steps) {
        if (loose.stream().anyMatch(item -> !item.rules().hidden())) {
            steps.add(new SheetStep(title, List.copyOf(loose)));
        }
        loose.clear();
    }
}
