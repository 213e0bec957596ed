package hmnet.office.reviewdesk;

import hmnet.office.reviewdesk.JoinedScreen.Member;
import hmnet.office.reviewdesk.JoinedScreen.Opens;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons who are one, or shall be (結合した人物), for the office.
///
/// @param problem why nothing was found or done, as in `linking.joined.problem.…`, or null
/// @param done what was done, as in `linking.joined.done.…`, or null
/// @param choices several whom a search led to, the first or the second of two
/// @param waiting joins that wait for a second person; before a search only
/// @param found whom it is about; null before a search
record JoinedScreen(
        @Nullable String problem,
        @Nullable String done,
        List<PersonChoice> choices,
        List<WaitingJoin> waiting,
        @Nullable JoinedPerson found) {
    /// One of several whom a search led to.
    public record PersonChoice(String path, String name, String kana, LocalDate birth) {}

    /// A join that waits for a second person.
    public record WaitingJoin(String path, String name, String other, String by, OffsetDateTime at) {}

    /// A person with everybody who is one with them.
    ///
    /// @param chosen whether the office let one consent hold; else the narrower of all does
    public record JoinedPerson(
            String path,
            List<Member> members,
            boolean chosen,
            Opens together,
            List<JoinLine> pairings,
            List<JoinEventLine> events) {
        public boolean joined() {
            return members.size() > 1;
        }
    }

    /// One of them.
    ///
    /// @param cards how many cards of theirs work
    /// @param chosen whether this one's consent holds for all
    public record Member(
            String id,
            String name,
            String kana,
            LocalDate birth,
            String sex,
            long cards,
            boolean chosen,
            Opens alone) {}

    /// What a consent opens (見える範囲).
    ///
    /// @param position as in `consent.position.…`, or `none`, or `other`
    /// @param facilities whose charts are linked, each once
    public record Opens(String position, @Nullable LocalDate since, List<String> facilities) {
        public boolean nothing() {
            return position.equals("none") || position.equals("nothing");
        }
    }

    /// Two whom a decision of their own joins.
    ///
    /// @param review the page of the review desk where that is taken back; null where it is taken back here
    public record JoinLine(
            String person,
            String other,
            String name,
            String otherName,
            OffsetDateTime at,
            String by,
            String why,
            @Nullable String review) {}

    /// A joining or parting that was.
    public record JoinEventLine(
            OffsetDateTime at, boolean joined, String name, String otherName, String by, String why) {}

    /// Two persons before they are joined (結合する前の確認): what each alone and both together would open.
    ///
    /// @param problem as in `linking.joined.problem.…`, or null
    /// @param asOf what both were and opened, sent back with the decision
    /// @param second whether a second person has to confirm
    /// @param proposal what a first person proposed, or null
    public record JoinScreen(
            @Nullable String problem,
            String path,
            String back,
            Member person,
            Member other,
            Opens together,
            String asOf,
            boolean second,
            @Nullable JoinProposalLine proposal) {
        /// @param own whether the reader proposed it
        public record JoinProposalLine(long id, String by, String why, boolean own) {}
    }
}
