package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.file.ElementsLeftOut.Element;
import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which elements of medicines a written message does not hold (薬剤の書き出せなかった要素), found by reading it again.
final class MedicineLosses {
    private MedicineLosses() {}

    /// @param sent without what no message says at all
    /// @param injection whether the place of the message says what is injected
    static List<Note> of(byte[] message, List<Medicines> sent, boolean injection) {
        var read = read(message, sent.getFirst());
        var left = new LinkedHashMap<String, String>();
        if (read.isEmpty()) {
            return List.of(note("drugs", "List"));
        }
        for (int n = 0; n < sent.size(); n++) {
            var own = sent.get(n);
            var other = read.size() == sent.size() ? read.get(n) : read.getFirst();
            add(left, ElementsLeftOut.of("", head(own, own), head(other, injection ? own : other)));
        }
        drugs(left, drugs(sent), new ArrayList<>(drugs(read)));
        return left.entrySet().stream()
                .map(element -> note(element.getKey(), element.getValue()))
                .toList();
    }

    private static List<Medicines> read(byte[] message, Medicines first) {
        try {
            var context = new MessageContext(Message.parse(message), first.at(), "");
            return Contents.of(context).stream()
                    .flatMap(item -> item.entries().stream())
                    .filter(Medicines.class::isInstance)
                    .map(Medicines.class::cast)
                    .toList();
        } catch (BadMessage ours) {
            throw new IllegalStateException("A message of our own that cannot be read", ours);
        }
    }

    /// The order without its drugs; as what it is said is told by a note of its own.
    private static Medicines head(Medicines told, Medicines like) {
        return new Medicines(
                "",
                told.at(),
                Medicines.MedicineAct.ORDERED,
                like.injection(),
                told.classes(),
                told.from(),
                List.of(),
                told.notes(),
                false,
                told.labels());
    }

    private static List<PrescribedDrug> drugs(List<Medicines> orders) {
        return orders.stream().flatMap(order -> order.drugs().stream()).toList();
    }

    /// Each with the one among those read that says most of it.
    private static void drugs(Map<String, String> left, List<PrescribedDrug> sent, List<PrescribedDrug> read) {
        for (int n = 0; n < sent.size(); n++) {
            var drug = sent.get(n);
            var path = "drugs[" + n + "]";
            var best = read.stream()
                    .filter(other -> other.drug().shown().equals(drug.drug().shown()))
                    .min(Comparator.comparingInt(
                            other -> ElementsLeftOut.of(path, drug, other).size()));
            if (best.isEmpty()) {
                left.put(path, "PrescribedDrug");
            } else {
                read.remove(best.get());
                add(left, ElementsLeftOut.of(path, drug, best.get()));
            }
        }
    }

    private static void add(Map<String, String> left, List<Element> elements) {
        elements.forEach(element -> left.put(element.path(), element.kind()));
    }

    private static Note note(String path, String kind) {
        return Note.info("element-left-out", 0, path, kind);
    }
}
