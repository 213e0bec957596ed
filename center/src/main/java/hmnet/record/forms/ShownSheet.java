package hmnet.record.forms;

import hmnet.ground.design.Messages;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.AnswerCheck.ProblemKind;
import hmnet.record.answers.FilledItem;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.ShownItem.ShownChoice;
import hmnet.record.forms.ShownItem.ShownControl;
import hmnet.record.forms.ShownItem.ShownField;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.ItemKind;
import hmnet.record.sheets.ItemLook.ItemControl;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import hmnet.record.sheets.SheetWords;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sheet as a page draws it (画面の帳票): all of it or one of its pages, in the reader's language.
///
/// @param steps the titles of its pages
/// @param step which of them, from 0
/// @param live whether answers change what is asked or computed
public record ShownSheet(
        String title, String description, List<String> steps, int step, List<ShownItem> items, boolean live) {
    private static final int MANY = 7;
    private static final int MINUTE = 16;
    private static final int SECOND = 19;

    /// One page of a sheet to fill in.
    public static ShownSheet page(SheetFilling filling, int step, Map<String, AnswerProblem> problems, Messages m) {
        var sheet = filling.filled().sheet();
        var steps = sheet.steps();
        int at = Math.clamp(step, 0, steps.size() - 1);
        var here = steps.get(at).items().stream().map(SheetItem::number).toList();
        return of(filling, at, here, problems, m);
    }

    /// All of a sheet, to be read.
    public static ShownSheet whole(SheetFilling filling, Messages m) {
        var all = filling.filled().items().stream()
                .map(one -> one.item().number())
                .toList();
        return of(filling, 0, all, Map.of(), m);
    }

    /// The page on which a place stands.
    public static int stepOf(FormSheet sheet, String path) {
        var top = path.split("[.-]", 2)[0];
        var steps = sheet.steps();
        return IntStream.range(0, steps.size())
                .filter(n -> steps.get(n).items().stream()
                        .anyMatch(item -> Integer.toString(item.number()).equals(top)))
                .findFirst()
                .orElse(0);
    }

    private static ShownSheet of(
            SheetFilling filling, int step, List<Integer> here, Map<String, AnswerProblem> problems, Messages m) {
        var sheet = filling.filled().sheet();
        var language = m.language().tag();
        var drawing = new ItemDrawing(filling, problems, m);
        return new ShownSheet(
                sheet.title().in(language),
                sheet.description().in(language),
                sheet.steps().stream().map(each -> each.title().in(language)).toList(),
                step,
                filling.filled().items().stream()
                        .filter(one -> here.contains(one.item().number()))
                        .flatMap(one -> drawing.item(one).stream())
                        .toList(),
                sheet.all().anyMatch(ShownSheet::isLive));
    }

    private static boolean isLive(SheetItem item) {
        return !item.enableWhen().isEmpty()
                || !item.expressions().enableWhen().isEmpty()
                || !item.expressions().calculated().isEmpty()
                || item.kind().isQuestion() && !item.items().isEmpty();
    }

    /// Draws the items of one sheet (設問の作図).
    private record ItemDrawing(SheetFilling filling, Map<String, AnswerProblem> problems, Messages m) {
        private String words(SheetWords text) {
            return text.in(m.language().tag());
        }

        /// Nothing for what is not asked, or hidden.
        Optional<ShownItem> item(FilledItem one) {
            var item = one.item();
            if (!filling.asked().contains(one.path()) || item.rules().hidden()) {
                return Optional.empty();
            }
            var control = control(item);
            var look = item.look();
            var media = words(look.media());
            return Optional.of(new ShownItem(
                    one.path(),
                    item.kind(),
                    control,
                    (words(look.prefix()) + " " + words(item.text())).strip(),
                    (words(look.help()) + (media.isEmpty() ? "" : " " + m.t("forms.media", media))).strip(),
                    item.rules().required(),
                    item.rules().repeats(),
                    fields(one, control),
                    choices(one, control),
                    other(one),
                    unit(item),
                    item.units().size() > 1 ? units(item) : List.of(),
                    Math.max(1, item.rules().lengthMax()),
                    look.control() == ItemControl.KEYPAD || item.kind() == ItemKind.INTEGER,
                    error(one),
                    origin(one),
                    one.groups().stream()
                            .map(group -> group.stream()
                                    .flatMap(below -> item(below).stream())
                                    .toList())
                            .toList(),
                    item.isRepeatedGroup() && one.groups().size() < item.rules().occursMax(),
                    look.newPage()));
        }

        private static ShownControl control(SheetItem item) {
            if (item.rules().readOnly() || !item.expressions().calculated().isEmpty()) {
                return item.kind() == ItemKind.GROUP ? ShownControl.GROUP : ShownControl.FIXED;
            }
            return switch (item.kind()) {
                case GROUP -> ShownControl.GROUP;
                case DISPLAY -> ShownControl.WORDS;
                case BOOLEAN -> ShownControl.RADIO;
                case DECIMAL, INTEGER, DATE, DATE_TIME, TIME, STRING, URL, QUANTITY -> ShownControl.LINE;
                case TEXT -> ShownControl.AREA;
                case CHOICE, OPEN_CHOICE -> choice(item);
                case ATTACHMENT, REFERENCE -> ShownControl.UNANSWERABLE;
            };
        }

        private static ShownControl choice(SheetItem item) {
            if (item.choices().isEmpty()) {
                return ShownControl.LINE;
            }
            if (item.rules().repeats()) {
                return ShownControl.CHECK;
            }
            return item.look().control() == ItemControl.DROP_DOWN
                            || item.look().control() == ItemControl.DEFAULT
                                    && item.choices().size() > MANY
                    ? ShownControl.SELECT
                    : ShownControl.RADIO;
        }

        private List<ShownField> fields(FilledItem one, ShownControl control) {
            if (!one.item().kind().isQuestion() || !choices(one, control).isEmpty()) {
                return List.of();
            }
            var fields = new ArrayList<ShownField>();
            one.values().forEach(value -> fields.add(field(one.item(), value, control)));
            if (control != ShownControl.FIXED
                    && (fields.isEmpty() || one.item().rules().repeats())) {
                fields.add(new ShownField("", type(one.item(), ""), 0));
            }
            return fields;
        }

        private ShownField field(SheetItem item, AnswerValue value, ShownControl control) {
            var typed = value instanceof AnswerValue.Moment(var text) && item.kind() == ItemKind.DATE_TIME
                    ? minute(BedsideTime.here(text))
                    : value instanceof AnswerValue.YesNo(var yes)
                            ? m.t(yes ? "forms.yes" : "forms.no")
                            : value instanceof AnswerValue.Chosen(var code)
                                    ? code.shown(m.language().tag())
                                    : control == ShownControl.FIXED ? amount(item, value) : value.typed();
            return new ShownField(typed, type(item, typed), unit(item, value));
        }

        /// A computed amount brings its unit where the sheet names none.
        private String amount(SheetItem item, AnswerValue value) {
            return value instanceof AnswerValue.Measured measured
                            && item.units().isEmpty()
                    ? value.typed() + measured.unit().shown(m.language().tag())
                    : value.typed();
        }

        /// With seconds where there are any: a form that is sent back changes no answer.
        private static String minute(String moment) {
            if (moment.length() <= MINUTE) {
                return moment;
            }
            return moment.startsWith(":00", MINUTE)
                    ? moment.substring(0, MINUTE)
                    : moment.substring(0, Math.min(SECOND, moment.length()));
        }

        private static int unit(SheetItem item, AnswerValue value) {
            return switch (value) {
                case AnswerValue.Measured(var number, var unit) ->
                    IntStream.range(0, item.units().size())
                            .filter(n -> item.units().get(n).means(unit))
                            .findFirst()
                            .orElse(0);
                case AnswerValue.Unread(var typed, var unit) -> unit;
                case AnswerValue.Words other -> 0;
                case AnswerValue.Whole other -> 0;
                case AnswerValue.Fraction other -> 0;
                case AnswerValue.YesNo other -> 0;
                case AnswerValue.Moment other -> 0;
                case AnswerValue.Chosen other -> 0;
            };
        }

        /// A control for dates shows whole ones alone: what is shorter or cannot be read stands in a plain field.
        private static String type(SheetItem item, String typed) {
            return switch (item.kind()) {
                case DATE -> typed.isEmpty() || typed.matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : "text";
                case DATE_TIME ->
                    typed.isEmpty() || typed.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?")
                            ? "datetime-local"
                            : "text";
                case TIME -> typed.isEmpty() || typed.matches("\\d\\d:\\d\\d(:\\d\\d)?") ? "time" : "text";
                case GROUP,
                        DISPLAY,
                        BOOLEAN,
                        DECIMAL,
                        INTEGER,
                        STRING,
                        TEXT,
                        URL,
                        CHOICE,
                        OPEN_CHOICE,
                        QUANTITY,
                        ATTACHMENT,
                        REFERENCE -> "text";
            };
        }

        private List<ShownChoice> choices(FilledItem one, ShownControl control) {
            if (control == ShownControl.FIXED || !one.item().kind().isQuestion()) {
                return List.of();
            }
            if (one.item().kind() == ItemKind.BOOLEAN) {
                return List.of(yesNo(one, true), yesNo(one, false));
            }
            var choices = one.item().choices();
            return IntStream.range(0, choices.size())
                    .mapToObj(n -> new ShownChoice(
                            Integer.toString(n),
                            words(choices.get(n).label()),
                            one.values().stream().anyMatch(choices.get(n).value()::means)))
                    .toList();
        }

        private ShownChoice yesNo(FilledItem one, boolean yes) {
            return new ShownChoice(
                    Boolean.toString(yes),
                    m.t(yes ? "forms.yes" : "forms.no"),
                    one.values().contains(new AnswerValue.YesNo(yes)));
        }

        private static String other(FilledItem one) {
            return one.item().open()
                    ? one.values().stream()
                            .filter(value -> value instanceof AnswerValue.Words
                                    && one.item().choices().stream()
                                            .noneMatch(choice -> choice.value().means(value)))
                            .map(AnswerValue::typed)
                            .findFirst()
                            .orElse("")
                    : "";
        }

        private String unit(SheetItem item) {
            var said = words(item.look().unit());
            return said.isEmpty() && item.units().size() == 1 ? units(item).getFirst() : said;
        }

        private List<String> units(SheetItem item) {
            return item.units().stream()
                    .map((SheetCode unit) -> unit.shown(m.language().tag()))
                    .toList();
        }

        private @Nullable String error(FilledItem one) {
            var problem = problems.get(one.path());
            if (problem != null) {
                return m.t("forms.problem." + problem.kind().word(), problem.limit());
            }
            return filling.failed().contains(one.path()) ? m.t("forms.problem.computed") : null;
        }

        private @Nullable String origin(FilledItem one) {
            return one.origin()
                    .map(from -> from.on().isEmpty()
                            ? m.t("forms.origin", from.source())
                            : m.t("forms.origin.on", from.on(), from.source()))
                    .orElse(null);
        }
    }

    /// What is wrong on any page, with the page where it stands (誤りの一覧).
    ///
    /// @param computed what the sheet computes and could not: it may be signed without
    public record ShownProblem(int step, String path, String text, String error, boolean computed) {}

    /// All that is wrong, in the order of the sheet.
    public static List<ShownProblem> problems(SheetFilling filling, Map<String, AnswerProblem> problems, Messages m) {
        return problems.entrySet().stream()
                .map(each -> new ShownProblem(
                        stepOf(filling.filled().sheet(), each.getKey()),
                        each.getKey(),
                        filling.filled()
                                .at(each.getKey())
                                .map(one -> one.item().text().in(m.language().tag()))
                                .orElse(""),
                        m.t(
                                "forms.problem." + each.getValue().kind().word(),
                                each.getValue().limit()),
                        each.getValue().kind() == ProblemKind.COMPUTED))
                .toList();
    }

    /// What is wrong so far on one page: what is missing does not count yet.
    public static Map<String, AnswerProblem> soFar(SheetFilling filling, OffsetDateTime now) {
        return AnswerCheck.of(filling.filled(), filling.asked(), false, now);
    }
}
