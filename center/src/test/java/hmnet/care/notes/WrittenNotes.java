package hmnet.care.notes;

import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import org.springframework.beans.factory.BeanFactory;

/// Somebody writes a note and sets a flag (院内メモの下ごしらえ).
public final class WrittenNotes {
    private WrittenNotes() {}

    /// @param text of both; whoever reads it has the chart open
    public static void write(BeanFactory beans, Requester by, PersonId person, String text) {
        var frame = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/notes");
        var page = beans.getBean(NotesPage.class);
        for (var answer : new org.springframework.http.ResponseEntity<?>[] {
            page.write(person, text, "yes", by, frame), page.set(person, "fall", text, "", by, frame)
        }) {
            if (answer.getStatusCode().value() != 303) {
                throw new IllegalStateException("Not written: " + answer.getBody());
            }
        }
    }
}
