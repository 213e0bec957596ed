package hmnet.record.answers;

import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A sheet with its answers (記入された帳票). Immutable.
///
/// Each answered item has a path: the number of the item, and before it, with a hyphen, the path of what it stands in
/// and a point and which repetition that is: `3.0-7.1-12`.
public record FilledSheet(FormSheet sheet, List<FilledItem> items) {
    /// Whatever is repeated, so many places at most.
    public static final int PLACES = 4_000;

    public FilledSheet {
        items = List.copyOf(items);
    }

    /// Nothing answered but what the sheet says at first.
    public static FilledSheet empty(FormSheet sheet) {
        return new FilledSheet(sheet, fresh(sheet.items(), ""));
    }

    static List<FilledItem> fresh(List<SheetItem> items, String before) {
        return items.stream()
                .map(item -> {
                    var path = before + item.number();
                    return new FilledItem(
                            path,
                            item,
                            item.kind().isQuestion() ? item.initial() : List.of(),
                            Optional.empty(),
                            item.items().isEmpty() ? List.of() : List.of(fresh(item.items(), occurrence(path, 0))));
                })
                .toList();
    }

    static String occurrence(String path, int which) {
        return path + "." + which + "-";
    }

    /// All places in their order.
    public Stream<FilledItem> all() {
        return all(items);
    }

    static Stream<FilledItem> all(List<FilledItem> of) {
        return of.stream()
                .flatMap(one ->
                        Stream.concat(Stream.of(one), one.groups().stream().flatMap(FilledSheet::all)));
    }

    public Optional<FilledItem> at(String path) {
        return all().filter(one -> one.path().equals(path)).findFirst();
    }

    /// The same with each place changed as it says.
    public FilledSheet map(UnaryOperator<FilledItem> change) {
        return new FilledSheet(sheet, map(items, change));
    }

    private static List<FilledItem> map(List<FilledItem> items, UnaryOperator<FilledItem> change) {
        return items.stream()
                .map(one -> {
                    var changed = change.apply(one);
                    return changed.groups().isEmpty()
                            ? changed
                            : changed.below(changed.groups().stream()
                                    .map(group -> map(group, change))
                                    .toList());
                })
                .toList();
    }

    /// One more repetition of a group, as far as it may be repeated; the same where it may not.
    public FilledSheet added(String path) {
        if (all().count() >= PLACES) {
            return this;
        }
        return map(one -> {
            var rules = one.item().rules();
            if (!one.path().equals(path)
                    || !one.item().isRepeatedGroup()
                    || one.groups().size() >= rules.occursMax()) {
                return one;
            }
            var groups = new ArrayList<>(one.groups());
            groups.add(fresh(one.item().items(), occurrence(path, groups.size())));
            return one.below(groups);
        });
    }

    /// Without a repetition of a group; those behind it move up.
    public FilledSheet removed(String path, int which) {
        return map(one -> {
            if (!one.path().equals(path)
                    || !one.item().isRepeatedGroup()
                    || which >= one.groups().size()) {
                return one;
            }
            var groups = new ArrayList<List<FilledItem>>();
            for (var n = 0; n < one.groups().size(); n++) {
                if (n != which) {
                    groups.add(moved(one.groups().get(n), occurrence(path, groups.size())));
                }
            }
            return one.below(groups.isEmpty() ? List.of(fresh(one.item().items(), occurrence(path, 0))) : groups);
        });
    }

    /// With what nobody sees or types as this other one has it: what a file says in a hidden field would be signed
    /// unread.
    public FilledSheet unseenOf(FilledSheet other) {
        return map(one -> {
            if (!one.item().kind().isQuestion() || !PostedAnswers.isFixed(one.item())) {
                return one;
            }
            return other.at(one.path())
                    .map(there -> new FilledItem(one.path(), one.item(), there.values(), there.origin(), one.groups()))
                    .orElseGet(() -> one.with(one.item().initial()));
        });
    }

    static List<FilledItem> moved(List<FilledItem> items, String before) {
        return items.stream()
                .map(one -> {
                    var path = before + one.item().number();
                    var groups = new ArrayList<List<FilledItem>>();
                    for (var group : one.groups()) {
                        groups.add(moved(group, occurrence(path, groups.size())));
                    }
                    return new FilledItem(path, one.item(), one.values(), one.origin(), groups);
                })
                .toList();
    }
}
