package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.ItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/// A filled sheet as expressions see it (式から見た回答): the items of a response, which look at the clock whenever an
/// expression looks at them.
final class ResponseTree {
    private ResponseTree() {}

    static List<QuestionnaireResponseItemComponent> of(
            List<FilledItem> items, Set<String> asked, RunClock clock, Map<String, Base> places) {
        var tree = new ArrayList<QuestionnaireResponseItemComponent>();
        for (var one : items) {
            if (!asked.contains(one.path())) {
                continue;
            }
            if (one.item().kind().isQuestion()) {
                tree.add(question(one, asked, clock, places));
            } else {
                for (var n = 0; n < one.groups().size(); n++) {
                    var group = one.groups().get(n);
                    var item = new WatchedItem(clock);
                    item.setLinkId(one.item().linkId());
                    places.putIfAbsent(one.path(), item);
                    places.put(FilledSheet.occurrence(one.path(), n), item);
                    of(group, asked, clock, places).forEach(item::addItem);
                    tree.add(item);
                }
            }
        }
        return tree;
    }

    private static QuestionnaireResponseItemComponent question(
            FilledItem one, Set<String> asked, RunClock clock, Map<String, Base> places) {
        var item = new WatchedItem(clock);
        item.setLinkId(one.item().linkId());
        places.put(one.path(), item);
        for (var value : one.values()) {
            if (one.item().kind().takes(value)) {
                item.addAnswer().setValue(type(value, one.item().kind()));
            }
        }
        if (item.hasAnswer()) {
            one.groups()
                    .forEach(group -> of(group, asked, clock, places)
                            .forEach(child -> item.getAnswerFirstRep().addItem(child)));
        }
        return item;
    }

    static Type type(AnswerValue value, ItemKind kind) {
        return switch (value) {
            case AnswerValue.Unread(var typed, var unit) -> new StringType(typed);
            case AnswerValue.Words(var text) -> kind == ItemKind.URL ? new UriType(text) : new StringType(text);
            case AnswerValue.Whole(var number) -> new IntegerType(number);
            case AnswerValue.Fraction(var number) -> new DecimalType(number);
            case AnswerValue.YesNo(var yes) -> new BooleanType(yes);
            case AnswerValue.Moment(var text) ->
                text.indexOf('T') > 0
                        ? new DateTimeType(text)
                        : text.contains(":") ? new TimeType(text) : new DateType(text);
            case AnswerValue.Chosen(var code) ->
                new Coding(code.system(), code.code(), code.display().plain());
            case AnswerValue.Measured(var number, var unit) ->
                new Quantity()
                        .setValue(number)
                        .setUnit(unit.display().plain())
                        .setSystem(unit.system())
                        .setCode(unit.code());
        };
    }

    /// An item that looks at the clock (時間を見る設問): no expression goes through many of them unseen.
    static final class WatchedItem extends QuestionnaireResponseItemComponent {
        private static final long serialVersionUID = 1L;
        private final transient RunClock clock;

        WatchedItem(RunClock clock) {
            this.clock = clock;
        }

        @Override
        public Base[] getProperty(int hash, String name, boolean checkValid) {
            clock.look();
            return super.getProperty(hash, name, checkValid);
        }

        @Override
        protected void listChildren(List<Property> children) {
            clock.look();
            super.listChildren(children);
        }
    }
}
