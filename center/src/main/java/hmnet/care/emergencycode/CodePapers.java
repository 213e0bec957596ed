package hmnet.care.emergencycode;

import hmnet.care.lifebox.BoxWords;
import hmnet.care.lifebox.CodeOnPaper;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The newest code of a person, for the paper of their life box (命の宝箱の紙に載せる救急QR).
@Component
class CodePapers implements CodeOnPaper.CodeSource {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final EmergencyCodes codes;
    private final BoxWords boxWords;

    CodePapers(EmergencyCodes codes, BoxWords boxWords) {
        this.codes = codes;
        this.boxWords = boxWords;
    }

    @Override
    public Optional<CodeOnPaper> newest(ResidentCaller resident) {
        return codes.of(resident).stream()
                .filter(code -> codes.isShown(code, resident))
                .flatMap(code -> codes.text(code).map(text -> paper(code, text, resident)).stream())
                .findFirst();
    }

    private CodeOnPaper paper(KeptCode code, String text, ResidentCaller resident) {
        return new CodeOnPaper(
                code.number(),
                new CodePicture(text).drawing(),
                LocalDate.ofInstant(codes.until(code), JAPAN).minusDays(1),
                isOld(code, new PersonId(resident.person())));
    }

    /// Whether the life box says something else by now than a code that holds words of it: those of its draft.
    boolean isOld(KeptCode code, PersonId person) {
        var words = code.words();
        return words != null
                && words.sections().stream().anyMatch(section -> !section.part().isUsual())
                && boxWords.changedAt(person)
                        .map(OffsetDateTime::toInstant)
                        .filter(changed -> changed.isAfter(code.draftedAt()))
                        .isPresent();
    }
}
