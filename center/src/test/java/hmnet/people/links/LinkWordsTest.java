package hmnet.people.links;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheEventsOfLinksJoinsAndMerges() {
        takes("link_event.action", List.of(LinkAction.values()), "link", "unlink");
        takes("same_person_event.action", List.of(JoinAction.values()), "join", "part");
        takes("patient_merge_event.action", List.of(MergeAction.values()), "merge", "undo");
    }

    @Test
    void noLinkHasAMergeForItsSource() {
        var sources = List.of(LinkSource.DESK, LinkSource.REVIEW, LinkSource.MATCHER);
        takes("linkage.source", sources, "desk", "review", "matcher");
    }

    @Test
    void theDatabaseTakesTheStatesAndEventsOfAQuestion() {
        takes("match_review.state", List.of(ReviewState.values()), "open", "later", "same", "different", "gone");
        takes(
                "match_review_event.action",
                List.of(ReviewAction.values()),
                "asked",
                "same",
                "different",
                "later",
                "undone",
                "gone");
    }
}
