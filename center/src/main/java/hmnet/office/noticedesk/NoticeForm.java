package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotice;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A new version as somebody typed it (新しい版の入力).
record NoticeForm(
        @Nullable String version,
        @Nullable String title,
        @Nullable String words,
        @Nullable String from,
        @Nullable String anew) {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,20}");

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// Fields and what is wrong with them.
    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        if (!VERSION.matcher(text(version)).matches()) {
            problems.put("version", "version");
        }
        if (text(title).isEmpty() || text(title).length() > ConsentNotice.TITLE_MAX) {
            problems.put("title", "title");
        }
        if (text(words).isEmpty() || text(words).length() > ConsentNotice.WORDS_MAX) {
            problems.put("words", "words");
        }
        if (TypedForm.day(text(from)).filter(day -> !day.isBefore(today)).isEmpty()) {
            problems.put("from", "from");
        }
        return Map.copyOf(problems);
    }

    /// What was typed, again.
    TypedForm again(Map<String, String> problems) {
        return new TypedForm(
                Map.of(
                        "version", text(version),
                        "title", text(title),
                        "words", text(words),
                        "from", text(from),
                        "anew", text(anew)),
                problems);
    }

    /// What is meant, once nothing is wrong.
    ConsentNotice notice() {
        return new ConsentNotice(
                text(version),
                text(title),
                text(words).replace("\r\n", "\n"),
                TypedForm.day(text(from)).orElseThrow(),
                text(anew).equals("yes"));
    }
}
