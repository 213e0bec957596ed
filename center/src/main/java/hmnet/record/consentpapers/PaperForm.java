package hmnet.record.consentpapers;

import hmnet.ground.design.SentForm;
import hmnet.ground.design.TypedForm;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import hmnet.record.consentpapers.ConsentPaper.PaperDraft;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// A paper as the office typed it (書面の登録の入力). All of it is text, so that what cannot be read stands in the form again.
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record PaperForm(String kind, String signed, String witness, byte[] file, String name) {
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int WITNESS = 100;

    static PaperForm of(SentForm form) {
        var files = form.files("file");
        return new PaperForm(
                form.word("kind"),
                form.word("signed"),
                form.word("witness"),
                form.file("file"),
                files.isEmpty() ? "" : files.getFirst().name());
    }

    /// What cannot be used, as in `papers.problem.…`, by field.
    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        if (PaperKind.of(kind).isEmpty()) {
            problems.put("kind", "kind");
        }
        var day = TypedForm.day(signed);
        if (day.isEmpty()) {
            problems.put("signed", "signed");
        } else if (day.get().isAfter(today)) {
            problems.put("signed", "future");
        } else if (day.get().isBefore(EARLIEST)) {
            problems.put("signed", "early");
        }
        if (witness.length() > WITNESS) {
            problems.put("witness", "witness");
        } else if (MyNumber.standsIn(witness)) {
            problems.put("witness", "my-number");
        }
        if (file.length == 0) {
            problems.put("file", "file");
        } else if (file.length > ConsentPapers.MAX_BYTES) {
            problems.put("file", "large");
        }
        return problems;
    }

    /// Of a form without problems.
    PaperDraft draft(PersonId person) {
        return new PaperDraft(
                person, PaperKind.of(kind).orElseThrow(), TypedForm.day(signed).orElseThrow(), witness);
    }

    TypedForm again(Map<String, String> problems) {
        return new TypedForm(Map.of("kind", kind, "signed", signed, "witness", witness), problems);
    }
}
