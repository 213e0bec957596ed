package hmnet.care.emergencycode;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.transparency.AuditSettings;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The codes that persons carry (救急QR). A person first reads what a code would say; what was read and nothing else is
/// signed.
@Component
class EmergencyCodes {
    /// So many codes of one person count at once.
    static final int CODES_MAX = 10;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{8}");

    private final CodeRows rows;
    private final CodeEpochs epochs;
    private final Audit audit;
    private final AuditSettings network;
    private final Clock clock;

    EmergencyCodes(CodeRows rows, CodeEpochs epochs, Audit audit, AuditSettings network, Clock clock) {
        this.rows = rows;
        this.epochs = epochs;
        this.audit = audit;
        this.network = network;
        this.clock = clock;
    }

    /// The result (作成の結果).
    enum MakingResult {
        MADE,
        /// It was read too long ago, is made already, or a chart that it tells of is somebody else's.
        GONE,
        /// So many count already that one must end first.
        TOO_MANY
    }

    /// Signs what was read.
    @Transactional
    public MakingResult make(ResidentCaller resident, UUID id) {
        var person = new PersonId(resident.person());
        var now = now();
        var draft = rows.held(person, id).filter(one -> one.account() == resident.account() && one.isMakeable(now));
        if (draft.isEmpty() || rows.isParted(id)) {
            return MakingResult.GONE;
        }
        if (rows.of(person).stream().filter(code -> code.counts(now)).count() >= CODES_MAX) {
            return MakingResult.TOO_MANY;
        }
        var until = until(draft.get());
        rows.make(id, epochs.held().number(), now, until);
        audit.write(resident.did(Action.EMERGENCY_CODE_MADE, "made")
                .with("code", draft.get().number())
                .with("until", LocalDate.ofInstant(until, JAPAN).minusDays(1).toString()));
        return MakingResult.MADE;
    }

    boolean isMakeable(KeptCode code) {
        return code.isMakeable(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// The end of its last day; of a draft the one it would have.
    Instant until(KeptCode code) {
        return code.until() != null
                ? code.until()
                : LocalDate.now(clock.withZone(JAPAN))
                        .plusMonths(code.months())
                        .plusDays(1)
                        .atStartOfDay(JAPAN)
                        .toInstant();
    }

    /// Those that count first, then the newest; drafts left out.
    List<KeptCode> of(ResidentCaller resident) {
        return rows.of(new PersonId(resident.person()));
    }

    /// A code or draft whose words this account may see.
    Optional<KeptCode> own(ResidentCaller resident, UUID id) {
        return rows.find(new PersonId(resident.person()), id).filter(code -> isShown(code, resident));
    }

    /// What it made itself; and whoever a code is about sees what somebody else made for them, once it is a code.
    boolean isShown(KeptCode code, ResidentCaller resident) {
        return code.account() == resident.account()
                || resident.representation() == null && code.state() != CodeState.DRAFT;
    }

    /// The text of a code that counts, the same as often as it is asked for.
    Optional<String> text(KeptCode code) {
        if (!standing(code).equals("counts")
                || code.words() == null
                || code.madeAt() == null
                || code.until() == null
                || code.epoch() == null) {
            return Optional.empty();
        }
        var signed = new SignedCode(
                network.origin(), PublishedKeys.bytes(code.id()), code.madeAt(), code.until(), code.words());
        return Optional.of(signed.text(epochs.signer(code.epoch())));
    }

    /// How a code stands, as a word of the page.
    String standing(KeptCode code) {
        if (code.state() == CodeState.ENDED || code.state() == CodeState.PARTED) {
            return code.state().word();
        }
        if (!code.counts(clock.instant())) {
            return "expired";
        }
        return isOfEndedKey(code) ? "key-ended" : "counts";
    }

    private boolean isOfEndedKey(KeptCode code) {
        return epochs.all().stream()
                .filter(epoch -> epoch.ended() == null)
                .noneMatch(epoch -> Integer.valueOf(epoch.number()).equals(code.epoch()));
    }

    /// The list of codes is an own page like others.
    @Transactional
    public void listed(ResidentCaller resident) {
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "emergency-code"));
    }

    /// Every look at a code's words stands in the log, as other own pages do.
    @Transactional
    public void looked(ResidentCaller resident, KeptCode code) {
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "opened")
                .with("page", "emergency-code")
                .with("code", code.number()));
    }

    /// By the person, or who decides for them; also one that another account made.
    @Transactional
    public boolean end(ResidentCaller resident, UUID id) {
        var code = rows.held(new PersonId(resident.person()), id).filter(one -> one.counts(clock.instant()));
        code.ifPresent(one -> {
            rows.end(id);
            audit.write(resident.did(Action.EMERGENCY_CODE_ENDED, "ended").with("code", one.number()));
        });
        return code.isPresent();
    }

    /// By the office, for a person who names the number on the paper.
    @Transactional
    public boolean end(String number, Requester by) {
        var digits = number.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-F]", "");
        if (!NUMBER.matcher(digits).matches()) {
            return false;
        }
        var code = rows.numbered(digits.toLowerCase(Locale.ROOT));
        code.ifPresent(one -> {
            rows.end(one.id());
            audit.write(by.did(Action.EMERGENCY_CODE_ENDED, "ended")
                    .about(one.person().value())
                    .with("code", KeptCode.number(one.id())));
        });
        return code.isPresent();
    }
}
