package hmnet.office.reviewdesk;

import hmnet.ground.design.Messages;
import hmnet.office.reviewdesk.PairScreen.Difference.Piece;
import hmnet.people.folding.Address;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Kana;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Evidence;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Two charts side by side (確認する組の画面).
///
/// @param told what the last act came to, or null
/// @param last the question that act was about, when it can be taken back
/// @param query what the queue is narrowed to, for the forms
/// @param asOf what is on the screen: a decision counts for this alone
/// @param onSame what "the same" would do, as in `linking.on-same.…`
/// @param onDifferent what "different" would do, as in `linking.on-different.…`
/// @param undoTakesTwo whether the decision took two, and so does taking it back
/// @param secondFor why "the same" or "different" needs a second person, as in `linking.second.…`
/// @param proposal what waits for a second person, or null
/// @param before what was proposed earlier and came to nothing
record PairScreen(
        @Nullable String told,
        @Nullable Long last,
        String query,
        long id,
        String kind,
        ReviewState state,
        boolean waits,
        long days,
        int likely,
        String asOf,
        List<FieldComparison> lines,
        List<Evidence> evidence,
        PairParty one,
        PairParty other,
        String onSame,
        String onDifferent,
        boolean undoTakesTwo,
        List<String> secondFor,
        @Nullable PairProposal proposal,
        List<PairProposal> before,
        @Nullable String next,
        @Nullable String previous) {
    /// One side.
    ///
    /// @param person the address of the links of whom it belongs to, or null
    /// @param charts all charts of that person; empty where it belongs to nobody
    public record PairParty(ChartLine chart, @Nullable String person, List<ChartLine> charts) {}

    /// One chart.
    ///
    /// @param facility its name; null for the office's record
    /// @param source desk, review or matcher; empty where it belongs to nobody
    public record ChartLine(
            @Nullable String facility,
            String number,
            String name,
            @Nullable OffsetDateTime since,
            String source) {}

    /// What somebody proposed.
    ///
    /// @param second who said otherwise, or null
    public record PairProposal(
            String who,
            String decision,
            OffsetDateTime at,
            String state,
            @Nullable String second,
            boolean own) {}

    /// One line of two charts side by side (項目ごとの比較).
    ///
    /// @param field its word, as in `linking.field.…`
    public record FieldComparison(String field, List<Piece> one, List<Piece> other, Agreement likeness) {
        /// What two entries have to do with one another.
        public enum Agreement {
            EQUAL,
            /// The same once spellings are folded: 髙 and 高, full and half width.
            SPELLING,
            DIFFERENT,
            /// Only one side says it.
            ONE_SIDED,
            /// Neither side says it.
            UNKNOWN;

            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        static List<FieldComparison> of(Demographics one, Demographics other, Messages m) {
            return List.of(
                    line("name", one, other, Demographics::name, text -> bare(Characters.folded(text))),
                    line("kana", one, other, Demographics::reading, text -> bare(Kana.folded(text))),
                    line("birth", one, other, said -> birth(said, m), UnaryOperator.identity()),
                    line("sex", one, other, said -> m.t("sex." + said.sex()), UnaryOperator.identity()),
                    line("postal", one, other, Demographics::postalCode, FieldComparison::digits),
                    line(
                            "address",
                            one,
                            other,
                            Demographics::address,
                            text -> Address.read(text).toString()),
                    line("phone", one, other, Demographics::phone, FieldComparison::digits));
        }

        private static FieldComparison line(
                String field,
                Demographics one,
                Demographics other,
                Function<Demographics, String> text,
                UnaryOperator<String> folded) {
            return line(field, text.apply(one).strip(), text.apply(other).strip(), folded);
        }

        static FieldComparison line(String field, String a, String b, UnaryOperator<String> folded) {
            var likeness = likeness(a, b, folded);
            var difference = likeness == Agreement.ONE_SIDED
                    ? new Difference(List.of(new Piece(a, false)), List.of(new Piece(b, false)))
                    : Difference.of(a, b);
            return new FieldComparison(field, difference.one(), difference.other(), likeness);
        }

        private static Agreement likeness(String a, String b, UnaryOperator<String> folded) {
            if (a.isEmpty() || b.isEmpty()) {
                return a.equals(b) ? Agreement.UNKNOWN : Agreement.ONE_SIDED;
            }
            if (a.equals(b)) {
                return Agreement.EQUAL;
            }
            return folded.apply(a).equals(folded.apply(b)) ? Agreement.SPELLING : Agreement.DIFFERENT;
        }

        private static String birth(Demographics said, Messages m) {
            return said.birthDate().isEmpty()
                    ? ""
                    : m.birth(LocalDate.parse(said.birthDate(), DateTimeFormatter.BASIC_ISO_DATE));
        }

        private static String bare(String text) {
            return text.replaceAll("[\\s　]", "");
        }

        private static String digits(String text) {
            return hmnet.people.patients.MyNumber.folded(text);
        }
    }

    /// Where two texts differ, to the character (文字単位の違い): what both have in the same order stays plain.
    public record Difference(List<Piece> one, List<Piece> other) {
        /// A stretch of one text.
        public record Piece(String text, boolean differs) {}

        static Difference of(String one, String other) {
            var a = one.codePoints().toArray();
            var b = other.codePoints().toArray();
            var common = common(a, b);
            var inA = new boolean[a.length];
            var inB = new boolean[b.length];
            for (int i = 0, j = 0; i < a.length && j < b.length; ) {
                if (a[i] == b[j]) {
                    inA[i++] = true;
                    inB[j++] = true;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            return new Difference(pieces(a, inA), pieces(b, inB));
        }

        /// How many characters the rests of both have in common, from each pair of places on.
        private static int[][] common(int[] a, int[] b) {
            var common = new int[a.length + 1][b.length + 1];
            for (var i = a.length - 1; i >= 0; i--) {
                for (var j = b.length - 1; j >= 0; j--) {
                    common[i][j] =
                            a[i] == b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
            return common;
        }

        private static List<Piece> pieces(int[] text, boolean[] common) {
            var pieces = new ArrayList<Piece>();
            for (int from = 0, to; from < text.length; from = to) {
                to = from + 1;
                while (to < text.length && common[to] == common[from]) {
                    to++;
                }
                pieces.add(new Piece(new String(text, from, to - from), !common[from]));
            }
            return List.copyOf(pieces);
        }
    }
}
