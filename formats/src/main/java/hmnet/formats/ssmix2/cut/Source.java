package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.Rows;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.ssmix2.storage.StorageName;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The door to the rows of a storage's message (切り分けの元): what every cut starts from, the message and the times
/// it stands for.
///
/// @param tables say what else says the same as a code sent
public record Source(
        StorageName name,
        Message message,
        Demographics person,
        OffsetDateTime messageTime,
        Ids ids,
        Equivalents tables) {
    /// What it tells in the words of all formats.
    ///
    /// @param insured only the patient master says it
    public Sheet sheet(@Nullable InsuredNumber insured, boolean deletes) {
        return StorageSheet.of(this, insured, deletes);
    }

    /// The rows of a message that deletes nothing.
    public List<Part> parts() {
        return switch (name.kind()) {
            case ADT_00 -> ProfileCut.cut(this);
            case ADT_01, ADT_12, ADT_21, ADT_22, ADT_31, ADT_32, ADT_41, ADT_42, ADT_51, ADT_52 -> StayCut.cut(this);
            case ADT_61 -> AllergyCut.cut(this, "IAM");
            case PPR_01 -> DiagnosisCut.cut(this);
            case OMP_01, OMP_02, OMP_11, OMP_12 -> DrugCut.cut(this);
            case OML_01, OML_11 -> LabCut.cut(this);
            case OMD, OMG_01, OMG_02, OMG_03, OMG_11, OMG_12, OMG_13 -> Rows.of(sheet(null, false), ids, tables);
        };
    }

    /// The first of the times that is one, else midnight of the date of care, else the time in the file's name.
    OffsetDateTime firstOf(String... times) {
        for (var time : times) {
            var at = Hl7Time.at(time);
            if (at != null) {
                return at;
            }
        }
        return name.careDate() == null
                ? name.occurredAt()
                : name.careDate().atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    Bundle bundle() {
        return new Bundle(ids, tables);
    }

    /// The message for those who read messages outside a storage too.
    MessageContext about() {
        return new MessageContext(message, firstOf(), name.department().equals("-") ? "" : name.department());
    }

    static boolean corrects(@Nullable String orderControl) {
        return orderControl != null && OrderControl.CORRECTING.contains(orderControl);
    }
}
