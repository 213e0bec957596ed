package hmnet.care.viewer;

import hmnet.care.cautions.BandFacts;
import hmnet.ground.design.Messages;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The band that says whose chart this is, on every page of it (患者バナー).
///
/// @param sex `male`, `female`, `other` or `unknown`
/// @param consent how the chart was opened: `network`, `disclosure-card`, or `emergency.` with the door
/// @param consentedOn since when that consent holds
/// @param shownAt when it was opened: paper says so, and by whom
/// @param facts warnings, level of care and doctors, from the rows that the grant shows
/// @param untold asked when the page is drawn: whether a row read for it carries 未告知
/// @param erased asked when the page is drawn, after everything on it was read
public record PersonBanner(
        String name,
        String kana,
        LocalDate birth,
        int age,
        String sex,
        List<AllergyNote> allergies,
        String consent,
        @Nullable LocalDate consentedOn,
        List<FeedNote> feeds,
        List<ClosedKindLine> closed,
        OffsetDateTime shownAt,
        BandFacts facts,
        Supplier<Boolean> untold,
        Supplier<List<ErasedLine>> erased) {
    /// Whether it is open through an emergency door: to be read and no more.
    public boolean throughDoor() {
        return consent.startsWith("emergency.");
    }

    /// What the band shows of allergies at once, and what it folds.
    public AllergyBand band() {
        return AllergyBand.of(allergies);
    }

    /// As exact as it matters: a baby's in days or months.
    public String ageWords(Messages m) {
        return PersonAge.words(
                birth, shownAt.atZoneSameInstant(ChartFrames.JAPAN).toLocalDate(), m);
    }

    /// One facility's word on allergies (施設ごとのアレルギー情報).
    ///
    /// @param severity how severe, as far as it changes how the note is drawn
    /// @param what the substance, how severe and what happened; of a denial what was asked for
    /// @param on the day it was noted
    public record AllergyNote(
            AllergyState state,
            AllergySeverity severity,
            String facility,
            @Nullable String what,
            @Nullable LocalDate on) {
        /// Without a severity that would change how it is drawn.
        public AllergyNote(AllergyState state, String facility, @Nullable String what, @Nullable LocalDate on) {
            this(state, AllergySeverity.UNMARKED, facility, what, on);
        }
    }

    /// How severe what warns is (重症度). A severe one has a word and a sign of its own and is never folded.
    public enum AllergySeverity {
        /// 重度, in the sender's word.
        SEVERE,
        /// アナフィラキシー: so severe by what happened.
        ANAPHYLAXIS,
        /// Anything else: what was said of it stands in its words.
        UNMARKED;

        public boolean marked() {
            return this != UNMARKED;
        }

        public String key() {
            return "viewer.allergy.marked." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What one facility says of allergies (アレルギーの状態). "None" is never said: only that it was asked and
    /// denied. The first four warn; what is past or refuted does not.
    public enum AllergyState {
        /// あり.
        PRESENT("present", "bad"),
        /// 副作用歴あり.
        ADVERSE_REACTION("adverse-reaction", "bad"),
        /// 不耐あり.
        INTOLERANCE("intolerance", "bad"),
        /// 疑い: warns until somebody says otherwise.
        UNCONFIRMED("unconfirmed", "warn"),
        /// 過去: inactive or resolved.
        PAST("past", "empty"),
        /// 否定: thought so once, refuted.
        REFUTED("refuted", "empty"),
        /// 聴取でなし: asked, and none told.
        DENIED("denied", "good"),
        /// 不明: the facility says it does not know.
        UNKNOWN("unknown", "question"),
        /// 非表示: a rule keeps back what the facility may have sent, for some days or altogether.
        WITHHELD("withheld", "lock"),
        /// 消去済み: what the facility sent was erased by destroying its key.
        ERASED("erased", "empty"),
        /// 未確認: nothing about allergies that may be shown came from the facility.
        NOTHING_RECEIVED("nothing-received", "empty");

        private final String word;
        private final String icon;

        AllergyState(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }

        public boolean warns() {
            return switch (this) {
                case PRESENT, ADVERSE_REACTION, INTOLERANCE, UNCONFIRMED -> true;
                case PAST, REFUTED, DENIED, UNKNOWN, WITHHELD, ERASED, NOTHING_RECEIVED -> false;
            };
        }

        /// Where it stands in the strip: what warns, then what is kept back, then the rest.
        int rank() {
            return warns() ? 0 : this == WITHHELD || this == ERASED ? 1 : 2;
        }
    }

    /// A kind of record that this requester's profession, or a facility's rule, keeps closed (非開示の種別). It
    /// is named whether or not there are data.
    ///
    /// @param kinds what is closed, in the reader's words
    /// @param why `profession`, `facility`, `delay` or `stopped`
    /// @param facility the facility whose rule it is; empty where the profession closes it
    public record ClosedKindLine(String kinds, String why, String facility) {
        /// Whether the facility shows nothing at all to others for now.
        public boolean stopped() {
            return why.equals("stopped");
        }
    }

    /// A facility of which the page would have shown records that are erased (消去済みの注記).
    ///
    /// @param count how many the page met
    public record ErasedLine(String facility, int count) {}

    /// A linked facility whose feed is late, or that sends nothing (受信の遅れ).
    ///
    /// @param since when its feed fell silent; null for one that sends nothing at all
    public record FeedNote(String facility, @Nullable OffsetDateTime since) {}
}
