package hmnet.care.viewer;

import hmnet.formats.model.code.Label;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A word of caution beside an entry (注意の印).
///
/// @param on its day, as 未告知 has one
public record Mark(MarkKind kind, @Nullable LocalDate on) {
    public static Mark of(MarkKind kind) {
        return new Mark(kind, null);
    }

    /// The words of caution that an entry carries.
    public static List<Mark> allOf(ChartEntry entry) {
        var marks = new ArrayList<Mark>();
        if (entry.labels().contains(Label.UNINFORMED)) {
            marks.add(new Mark(MarkKind.UNTOLD, Timelines.day(entry)));
        }
        if (entry.labels().stream().anyMatch(label -> label != Label.UNINFORMED)) {
            marks.add(Mark.of(MarkKind.RESTRICTED));
        }
        if (entry.preliminary()) {
            marks.add(Mark.of(MarkKind.PRELIMINARY));
        }
        if (entry.correction()) {
            marks.add(Mark.of(MarkKind.CORRECTED));
        }
        return marks;
    }

    /// What may be said of an entry besides its title (印の種類).
    public enum MarkKind {
        /// 未告知: the patient has not been told.
        UNTOLD("untold", "lock"),
        /// 制限: the sender marked it restricted.
        RESTRICTED("restricted", "lock"),
        /// 暫定: not final.
        PRELIMINARY("preliminary", "late"),
        /// 訂正: replaces what was shown before.
        CORRECTED("corrected", "warn"),
        /// 注射: an injection among prescriptions.
        INJECTION("plain", "INJECTION"),
        /// 調剤: handed over by a pharmacy, or said to be taken.
        DISPENSED("plain", "good"),
        /// 実施: given to the patient, not only ordered.
        GIVEN("plain", "good");

        private final String style;
        private final String icon;

        MarkKind(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        public String style() {
            return style;
        }

        public String icon() {
            return icon;
        }

        public String key() {
            return "viewer.mark." + name().toLowerCase(Locale.ROOT);
        }
    }
}
