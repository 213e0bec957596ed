package hmnet.care.lifebox;

import hmnet.ground.audit.Action;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDraft;
import hmnet.record.forms.FormDraft.Amendment;
import hmnet.record.forms.FormDrafts;
import hmnet.record.forms.FormSigning;
import hmnet.record.forms.FormSigning.SignOff;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Begins and signs life boxes (命の宝箱の記入と署名). Whoever calls has decided in this transaction that the author may
/// write of the person, and hands over what was signed after the commit.
@Component
class BoxSigning {
    private final Lifeboxes lifeboxes;
    private final BoxAuthors authors;
    private final FormDrafts drafts;
    private final FormSigning signing;

    BoxSigning(Lifeboxes lifeboxes, BoxAuthors authors, FormDrafts drafts, FormSigning signing) {
        this.lifeboxes = lifeboxes;
        this.authors = authors;
        this.drafts = drafts;
        this.signing = signing;
    }

    /// What came of beginning (記入の開始).
    sealed interface DraftStart {
        record Begun(UUID draft) implements DraftStart {}

        /// @param why as in `lifebox.told.…`
        record Barred(String why) implements DraftStart {}
    }

    /// The author's draft of before, else a new one: with what a proposal says, else what stands, else empty. A draft
    /// of
    /// before is never passed off as the proposal.
    @Transactional(propagation = Propagation.MANDATORY)
    public DraftStart begin(FormAuthor author, Optional<UUID> from) {
        var draft = draft(author);
        if (draft.isPresent()) {
            return from.isEmpty() ? new DraftStart.Begun(draft.get().id()) : new DraftStart.Barred("draft");
        }
        return lifeboxes.isFull(author.person())
                ? new DraftStart.Barred("many")
                : begun(author, from.flatMap(id -> lifeboxes.held(author.person(), id)));
    }

    private DraftStart begun(FormAuthor author, Optional<KeptBox> proposal) {
        var sheet = lifeboxes.sheet();
        if (sheet.isEmpty()) {
            return new DraftStart.Barred("nowhere");
        }
        var standing = lifeboxes.standing(author.person());
        var filled = proposal.or(() -> standing)
                .map(box -> box.response().under(sheet.get().sheet()).filled())
                .orElseGet(() -> SheetFilling.opened(sheet.get().sheet(), Prefill.NONE, "")
                        .filled());
        return drafts.begin(
                        author,
                        sheet.get(),
                        filled,
                        standing.map(BoxSigning::amending).orElse(null))
                .<DraftStart>map(DraftStart.Begun::new)
                .orElseGet(() -> new DraftStart.Barred("many"));
    }

    private static Amendment amending(KeptBox standing) {
        return new Amendment(standing.form(), standing.id());
    }

    /// The draft that the author left.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FormDraft> draft(FormAuthor author) {
        return drafts.of(author).stream()
                .filter(draft -> Lifeboxes.isSheet(draft.kept()))
                .findFirst();
    }

    /// A draft of this sheet by its number.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FormDraft> find(FormAuthor author, UUID id) {
        return drafts.find(author, id).filter(draft -> Lifeboxes.isSheet(draft.kept()));
    }

    /// Who may sign a draft: nobody where something else stands than the author began from, unless they saw that and
    /// sign in its place.
    ///
    /// @param over what the author saw standing, or empty
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FormAuthor> signer(FormAuthor author, FormDraft draft, String over) {
        lifeboxes.hold(author.person());
        var standing = lifeboxes.standing(author.person());
        var seen = draft.amends().map(Amendment::row);
        return standing.map(KeptBox::id).equals(seen)
                        || standing.filter(box -> box.id().toString().equals(over))
                                .isPresent()
                ? Optional.of(inPlaceOf(standing, author))
                : Optional.empty();
    }

    /// Signs what a proposal says as the person's own.
    ///
    /// @return the draft that was signed; nothing where the proposal waits no more, or cannot be signed as it is
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> confirm(FormAuthor author, UUID proposal, String how) {
        var held = lifeboxes.held(author.person(), proposal);
        return held.flatMap(box -> taken(author, box).map(signed -> {
            lifeboxes.settle(
                    box,
                    BoxState.CONFIRMED,
                    author.trace()
                            .apply(Action.LIFEBOX_SETTLED, how)
                            .about(author.person().value()));
            return signed;
        }));
    }

    private Optional<UUID> taken(FormAuthor author, KeptBox box) {
        var standing = lifeboxes.standing(author.person());
        var filled = box.response().under(box.kept().sheet()).filled();
        return drafts.begin(
                        author,
                        box.kept(),
                        filled,
                        standing.map(BoxSigning::amending).orElse(null))
                .flatMap(id -> drafts.find(author, id))
                .flatMap(draft -> signed(inPlaceOf(standing, author), draft));
    }

    /// Where the handbook that what stands was filed in takes nothing any more, as a record of its own.
    private FormAuthor inPlaceOf(Optional<KeptBox> standing, FormAuthor author) {
        return standing.flatMap(box -> authors.inPlaceOf(box, author)).orElse(author);
    }

    private Optional<UUID> signed(FormAuthor by, FormDraft draft) {
        var filling = SheetFilling.of(draft.filled(), Prefill.NONE);
        return switch (signing.sign(by, draft, filling, Set.of(), Prefill.NONE)) {
            case SignOff.Signed(var id, var form) -> Optional.of(id);
            case SignOff.Incomplete incomplete -> dropped(by, draft);
            case SignOff.Unfileable unfileable -> dropped(by, draft);
        };
    }

    private Optional<UUID> dropped(FormAuthor by, FormDraft draft) {
        drafts.discard(by, draft.id());
        return Optional.empty();
    }
}
