package hmnet.office.incidents;

import java.util.Locale;
import java.util.Optional;

/// One thing done about an incident (事案の対応). Its word stands in the table for ever.
public enum Step {
    OPENED,
    NOTE,
    /// The person in whose chart the other's records stood was told, or why not.
    PERSON_TOLD,
    /// The person whose records were shown to others was told, or why not.
    OTHER_TOLD,
    /// Somebody who had looked was told otherwise than on screen.
    VIEWER_TOLD,
    /// What had left the centre was called back, or why it cannot be.
    CALLED_BACK,
    /// Whether it has to be reported (個人情報保護法 第26条).
    DUTY_YES,
    DUTY_NO,
    /// 速報 (施行規則 第8条第1項).
    PROMPT_REPORT,
    /// 確報 (施行規則 第8条第2項).
    FULL_REPORT,
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// A step that somebody writes down; opening and closing have doors of their own.
    public static Optional<Step> written(String word) {
        for (var step : values()) {
            if (step.word().equals(word) && step != OPENED && step != CLOSED) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
