package hmnet.consent.mynumber;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.mynumber.CardPresentation.CardRefusal;
import hmnet.consent.mynumber.CardPresentation.Refused;
import hmnet.consent.mynumber.CardPresentation.Told;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Audit;
import hmnet.ground.keys.Keys;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A simulated card at the desk and at home; every card that must not count, and why.
class MyNumberCardsTest extends Ward {
    private static final CardAuthority AUTHORITY = new CardAuthority("user certificates");

    @TempDir
    Path folder;

    @Autowired
    Keys keys;

    @Autowired
    Persons persons;

    @Autowired
    Protections protections;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void published() {
        AUTHORITY.publish(folder, Duration.ofDays(1));
    }

    private MyNumberCards cardsAt(Clock clock) {
        var settings = new MyNumberSettings(folder.resolve("user-ca.pem"), folder.resolve("user-ca.crl"));
        return new MyNumberCards(
                db, new Challenges(keys, db, clock), new CardTrust(settings, clock), persons, protections, audit);
    }

    private final Clock now = Clock.systemUTC();

    private CardPresentation bound(PersonId person, UserCard card) throws GeneralSecurityException {
        var answer = CardAnswer.of(card, cardsAt(now).challenge()).written();
        return done(cards -> cards.bind(person, answer, office()));
    }

    private CardPresentation asked(UserCard card) throws GeneralSecurityException {
        var answer = CardAnswer.of(card, cardsAt(now).challenge()).written();
        return done(cards -> cards.regionalId(answer));
    }

    private CardPresentation done(java.util.function.Function<MyNumberCards, CardPresentation> act) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> act.apply(cardsAt(now))));
    }

    private PersonId somebody() {
        return card().holder().id();
    }

    @Test
    void whoseCardADeskHasBoundIsToldTheRegionalId() throws GeneralSecurityException {
        var person = somebody();
        var mine = AUTHORITY.card();
        assertThat(asked(mine)).isEqualTo(new Refused(CardRefusal.NOT_BOUND));
        assertThat(bound(person, mine)).isEqualTo(new CardPresentation.Bound(person));
        assertThat(asked(mine))
                .isEqualTo(new Told(person, persons.find(person).orElseThrow().regionalId()));
        assertThat(audit.of(person.value(), 50))
                .anyMatch(entry -> entry.action() == hmnet.ground.audit.Action.REGIONAL_ID_TOLD);
        transaction.executeWithoutResult(
                status -> assertThat(cardsAt(now).end(person, office())).isTrue());
        assertThat(asked(mine)).isEqualTo(new Refused(CardRefusal.NOT_BOUND));
    }

    @Test
    void aRevokedCardAnExpiredOneAndOneOfAnotherAuthorityAreRefused() throws GeneralSecurityException {
        var person = somebody();
        var lost = AUTHORITY.card();
        bound(person, lost);
        AUTHORITY.revoke(lost);
        AUTHORITY.publish(folder, Duration.ofDays(1));
        assertThat(asked(lost)).isEqualTo(new Refused(CardRefusal.REVOKED));
        assertThat(bound(person, AUTHORITY.card(Duration.ofDays(-1), KeyUsage.digitalSignature)))
                .isEqualTo(new Refused(CardRefusal.EXPIRED));
        assertThat(bound(person, new CardAuthority("somebody else").card()))
                .isEqualTo(new Refused(CardRefusal.NOT_OURS));
        assertThat(bound(person, new CardAuthority("user certificates").card()))
                .as("the same name, another key")
                .isEqualTo(new Refused(CardRefusal.NOT_OURS));
        assertThat(bound(
                        person,
                        AUTHORITY.card(Duration.ofDays(9), KeyUsage.digitalSignature | KeyUsage.nonRepudiation)))
                .as("a certificate for signing documents")
                .isEqualTo(new Refused(CardRefusal.NOT_OURS));
    }

    @Test
    void withoutACurrentRevocationListNoCardCounts() throws GeneralSecurityException {
        AUTHORITY.publish(folder, Duration.ofMinutes(-5));
        assertThat(bound(somebody(), AUTHORITY.card())).isEqualTo(new Refused(CardRefusal.UNKNOWABLE));
    }

    @Test
    void aListThatIsMissingOrNotTheWholeOneLetsNoCardCount() throws Exception {
        var person = somebody();
        var mine = AUTHORITY.card();
        var crl = folder.resolve("user-ca.crl");
        var delta = new Extension(Extension.deltaCRLIndicator, true, new ASN1Integer(7).getEncoded());
        var part = new Extension(
                Extension.issuingDistributionPoint, true, new IssuingDistributionPoint(null, false, true).getEncoded());
        var day = Duration.ofDays(1);
        var whole = AUTHORITY.list(day);
        for (var lists : List.of(
                AUTHORITY.list(day, delta),
                AUTHORITY.list(day, part),
                whole + AUTHORITY.list(day, delta),
                new CardAuthority("user certificates").list(day),
                new CardAuthority("somebody else").list(day))) {
            Files.writeString(crl, lists);
            assertThat(bound(person, mine)).isEqualTo(new Refused(CardRefusal.UNKNOWABLE));
        }
        Files.delete(crl);
        assertThat(bound(person, mine)).isEqualTo(new Refused(CardRefusal.UNKNOWABLE));
        var users = new Extension(
                Extension.issuingDistributionPoint, true, new IssuingDistributionPoint(null, true, false).getEncoded());
        Files.writeString(crl, AUTHORITY.list(day, users));
        assertThat(bound(person, mine)).as("the part for users").isEqualTo(new CardPresentation.Bound(person));
        Files.writeString(crl, new CardAuthority("user certificates").list(day) + whole);
        assertThat(bound(person, mine))
                .as("its own list among those of others")
                .isEqualTo(new CardPresentation.Bound(person));
    }

    /// A national list is long: it is taken apart once, however many cards are shown.
    @Test
    void listsAreReadOnceUntilTheyChange() {
        var own = new CardAuthority("once");
        own.publish(folder, Duration.ofDays(1));
        var trust =
                new CardTrust(new MyNumberSettings(folder.resolve("user-ca.pem"), folder.resolve("user-ca.crl")), now);
        var card = own.card();
        for (var n = 0; n < 3; n++) {
            assertThat(trust.of(card.certificate())).isEqualTo(CardTrust.CertificateState.GOOD);
        }
        assertThat(trust.readings()).isEqualTo(1);
        own.revoke(card);
        own.publish(folder, Duration.ofDays(1));
        assertThat(trust.of(card.certificate())).isEqualTo(CardTrust.CertificateState.REVOKED);
        assertThat(trust.readings()).isEqualTo(2);
        var list = folder.resolve("user-ca.crl");
        try {
            Files.writeString(list, Files.readString(list).substring(0, 90));
            assertThat(trust.of(own.card().certificate()))
                    .as("while it is written")
                    .isEqualTo(CardTrust.CertificateState.GOOD);
            assertThat(trust.lists()).as("what the figures tell of").hasSize(1);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCardWithAWeakKeyDoesNotCount() throws GeneralSecurityException {
        assertThat(bound(somebody(), AUTHORITY.card(Duration.ofDays(9), KeyUsage.digitalSignature, 1024)))
                .isEqualTo(new Refused(CardRefusal.NOT_SIGNED));
    }

    @Test
    void anAnswerCountsOnceAndForThreeMinutes() throws GeneralSecurityException {
        var person = somebody();
        var mine = AUTHORITY.card();
        bound(person, mine);
        var answer = CardAnswer.of(mine, cardsAt(now).challenge()).written();
        assertThat(done(cards -> cards.regionalId(answer))).isInstanceOf(Told.class);
        assertThat(done(cards -> cards.regionalId(answer))).isEqualTo(new Refused(CardRefusal.REPLAYED));
        var late = CardAnswer.of(
                        mine, cardsAt(Clock.offset(now, Duration.ofMinutes(-4))).challenge())
                .written();
        assertThat(done(cards -> cards.regionalId(late))).isEqualTo(new Refused(CardRefusal.TOO_LATE));
        var made = CardAnswer.of(mine, "A".repeat(54)).written();
        assertThat(done(cards -> cards.regionalId(made))).isEqualTo(new Refused(CardRefusal.TOO_LATE));
        assertThat(done(cards -> cards.regionalId("123456789018"))).isEqualTo(new Refused(CardRefusal.UNREADABLE));
    }

    @Test
    void aCopiedCertificateWithoutItsKeyIsNoCard() throws GeneralSecurityException {
        var person = somebody();
        var mine = AUTHORITY.card();
        bound(person, mine);
        var thief = new CardAuthority.Card(mine.certificate(), AUTHORITY.card().keys());
        assertThat(asked(thief)).isEqualTo(new Refused(CardRefusal.NOT_SIGNED));
    }

    @Test
    void anothersCardIsNotBoundTwiceAndARenewedOneIsBoundAnew() throws GeneralSecurityException {
        var person = somebody();
        var other = somebody();
        var mine = AUTHORITY.card();
        bound(person, mine);
        assertThat(bound(other, mine)).isEqualTo(new Refused(CardRefusal.ANOTHERS));
        var renewed = AUTHORITY.card();
        assertThat(asked(renewed)).isEqualTo(new Refused(CardRefusal.NOT_BOUND));
        assertThat(bound(person, renewed)).isEqualTo(new CardPresentation.Bound(person));
        assertThat(asked(renewed)).isInstanceOf(Told.class);
        assertThat(asked(mine)).as("the one before").isEqualTo(new Refused(CardRefusal.NOT_BOUND));
    }

    @Test
    void whileAPersonIsProtectedNoCardTellsTheirId() throws GeneralSecurityException {
        var person = somebody();
        var mine = AUTHORITY.card();
        bound(person, mine);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(asked(mine)).isEqualTo(new Refused(CardRefusal.NOT_BOUND));
    }

    @Autowired
    MyNumberPage page;

    @Test
    void aCentreThatNamesNoAuthorityOffersNothing() {
        var frame = hmnet.ground.design.Preview.frame(hmnet.ground.design.Language.JAPANESE, null, "/my-number-card");
        assertThat(page.resident(frame).getBody())
                .contains("受け付けていません")
                .doesNotContain("<form method=\"post\" action=\"/my-number-card");
        assertThat(page.regionalId("HMJ1.a.b.c", "2001:db8::1", frame)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Autowired
    CardQueryLimit cardQueryLimit;

    @Test
    void whoeverAsksAgainAndAgainWithCardsThatDoNotCountIsHeldUp() {
        var frame = hmnet.ground.design.Preview.frame(hmnet.ground.design.Language.JAPANESE, null, "/my-number-card");
        var address = "2001:db8::" + number();
        for (var n = 0; n < CardQueryLimit.MOST; n++) {
            cardQueryLimit.charged(address);
            cardQueryLimit.giveBack(address);
        }
        for (var n = 0; n < CardQueryLimit.MOST; n++) {
            assertThat(page.regionalId("x", address, frame).getStatusCode().value())
                    .isEqualTo(422);
        }
        var held = page.regionalId("x", address, frame);
        assertThat(held.getStatusCode().value()).isEqualTo(429);
        assertThat(held.getBody()).contains("何度も続けて試されました");
        assertThat(page.regionalId("x", "2001:db8::2", frame).getStatusCode().value())
                .as("another address")
                .isEqualTo(422);
    }

    @Autowired
    Tickets tickets;

    @Test
    void aTicketOfSomebodyElseOrForSomethingElseBindsAndEndsNothing() throws GeneralSecurityException {
        var frame = hmnet.ground.design.Preview.frame(
                hmnet.ground.design.Language.JAPANESE, null, "/office/my-number-cards");
        var person = somebody();
        bound(person, AUTHORITY.card());
        var clerk = office();
        var until = cardsAt(now).boundUntil(person);
        for (var ticket : List.of(
                tickets.write(new Ticket(person, "my-number-card"), office()),
                tickets.write(new Ticket(person, "desk"), clerk),
                person + ".my-number-card.0.99999999999.00")) {
            assertThat(page.bind(ticket, "HMJ1.a.b.c", clerk, frame).getBody()).contains("時間が経ちました");
            assertThat(page.end(ticket, clerk, frame).getBody()).contains("時間が経ちました");
        }
        assertThat(cardsAt(now).boundUntil(person)).isEqualTo(until).isPresent();
        var own = tickets.write(new Ticket(person, "my-number-card"), clerk);
        assertThat(page.end(own, clerk, frame).getHeaders().getLocation())
                .as("going back ends nothing twice")
                .hasToString("/office/my-number-cards?done=ended");
        assertThat(page.show("ended", frame).getBody()).contains("結び付けをやめました");
        assertThat(cardsAt(now).boundUntil(person)).isEmpty();
    }

    /// U11.
    @Test
    void anAnswerThatCannotBeReadLeavesThePersonOnTheScreen() {
        var frame = hmnet.ground.design.Preview.frame(
                hmnet.ground.design.Language.JAPANESE, null, "/office/my-number-cards");
        var person = somebody();
        var clerk = office();
        var ticket = tickets.write(new Ticket(person, "my-number-card"), clerk);
        var refused = page.bind(ticket, "", clerk, frame);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains("my-number-card");
        var screen = new MyNumberScreen(
                "too-late",
                null,
                true,
                true,
                "c",
                List.of(new MyNumberScreen.MyNumberHolder("見本 花子", "ミホン ハナコ", LocalDate.of(1950, 2, 28), "t1", null)),
                null);
        assertThat(screen.inAnswer()).isTrue();
        assertThat(new MyNumberScreen("again", null, true, true, "c", List.of(), null).inAnswer())
                .isFalse();
        assertThat(new MyNumberScreen("often", null, false, true, "c", List.of(), null).inAnswer())
                .isFalse();
        assertThat(new MyNumberScreen("revoked", null, false, true, "c", List.of(), null).inAnswer())
                .isTrue();
        assertThat(new MyNumberScreen("revoked", null, false, false, "c", List.of(), null).inAnswer())
                .isFalse();
    }
}
