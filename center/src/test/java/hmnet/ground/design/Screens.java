package hmnet.ground.design;

import hmnet.care.arrangement.ArrangementScreens;
import hmnet.care.daycopies.DayCopyScreens;
import hmnet.care.disaster.DisasterViewScreens;
import hmnet.care.emergencycode.CodeScreens;
import hmnet.care.favourites.FavouriteScreens;
import hmnet.care.finding.FindScreens;
import hmnet.care.handbook.HandbookScreens;
import hmnet.care.handbookapp.HandbookAppScreens;
import hmnet.care.launch.LaunchScreens;
import hmnet.care.lifebox.LifeboxScreens;
import hmnet.care.notebook.NotebookScreens;
import hmnet.care.owncheckups.OwnCheckupScreens;
import hmnet.care.plainwords.PlainWords.PlainWordKind;
import hmnet.care.simpleportal.SimplePortalScreens;
import hmnet.care.standby.StandbyScreens;
import hmnet.care.today.TodayScreens;
import hmnet.care.transfer.TransferScreens;
import hmnet.care.viewer.ViewerScreens;
import hmnet.care.vitalimport.ImportScreens;
import hmnet.care.vitalmonth.MonthScreens;
import hmnet.care.vitaltargets.TargetScreens;
import hmnet.consent.appcards.AppCardScreens;
import hmnet.consent.counter.ConsentScreens;
import hmnet.consent.invitations.InvitationScreens;
import hmnet.consent.mynumber.MyNumberScreens;
import hmnet.consent.mypages.OwnScreens;
import hmnet.consent.residents.OwnSignInScreens;
import hmnet.consent.sight.SightScreens;
import hmnet.consent.subjectrequests.RequestScreens;
import hmnet.consent.support.SupportScreens;
import hmnet.consent.thirdparty.ThirdPartyScreens;
import hmnet.exchange.auditfeed.AuditFeedScreens;
import hmnet.exchange.callers.ExchangeScreens;
import hmnet.ground.cardsignin.CertificateScreens;
import hmnet.ground.crewshifts.CrewScreens;
import hmnet.ground.directory.DirectoryScreens;
import hmnet.ground.disaster.DisasterScreens;
import hmnet.ground.federation.FederationScreens;
import hmnet.ground.gate.UnsentForm;
import hmnet.ground.gate.UnsentForm.UnsentField;
import hmnet.ground.limits.AlertsScreens;
import hmnet.ground.mail.MailScreens;
import hmnet.ground.openid.OpenIdScreens;
import hmnet.office.anomalies.FindingScreens;
import hmnet.office.consentdesk.ProvisionScreens;
import hmnet.office.disasterdesk.DisasterDeskScreens;
import hmnet.office.emergencydesk.EmergencyDeskScreens;
import hmnet.office.erasures.ErasureScreens;
import hmnet.office.exposure.ExposureScreens;
import hmnet.office.issuing.CardsScreens;
import hmnet.office.membership.MembershipScreens;
import hmnet.office.municipality.MunicipalityScreens;
import hmnet.office.noticedesk.NoticeScreens;
import hmnet.office.portal.PortalScreens;
import hmnet.office.protectiondesk.ProtectionScreens;
import hmnet.office.proxydesk.ProxyScreens;
import hmnet.office.reviewdesk.JoinedSamples;
import hmnet.office.reviewdesk.LinkingScreens;
import hmnet.office.rulebook.RulebookScreens;
import hmnet.office.stops.StopScreens;
import hmnet.record.consentpapers.PaperScreens;
import hmnet.record.corrections.CorrectionsScreens;
import hmnet.record.doubles.DoublesScreens;
import hmnet.record.forms.SheetScreens;
import hmnet.record.intake.IntakeScreens;
import hmnet.record.layouts.LayoutsScreens;
import hmnet.record.restoring.RestoringScreens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All screens to look at (画面の一覧).
final class Screens {
    private Screens() {}

    static Stream<Screen> all() {
        return Stream.of(
                        errors(),
                        plainWords(),
                        ViewerScreens.all(),
                        TodayScreens.all(),
                        SimplePortalScreens.all(),
                        DayCopyScreens.all(),
                        FindScreens.all(),
                        FavouriteScreens.all(),
                        ArrangementScreens.all(),
                        LaunchScreens.all(),
                        PortalScreens.all(),
                        ConsentScreens.all(),
                        AppCardScreens.all(),
                        ProvisionScreens.all(),
                        ProxyScreens.all(),
                        FindingScreens.all(),
                        EmergencyDeskScreens.all(),
                        TransferScreens.all(),
                        DisasterScreens.all(),
                        DisasterViewScreens.all(),
                        DisasterDeskScreens.all(),
                        SupportScreens.all(),
                        RestoringScreens.all(),
                        StandbyScreens.all(),
                        NotebookScreens.all(),
                        CardsScreens.all(),
                        ProtectionScreens.all(),
                        DirectoryScreens.all(),
                        CertificateScreens.all(),
                        IntakeScreens.all(),
                        LayoutsScreens.all(),
                        DoublesScreens.all(),
                        CorrectionsScreens.all(),
                        AlertsScreens.all(),
                        LinkingScreens.all(),
                        JoinedSamples.all(),
                        ExchangeScreens.all(),
                        AuditFeedScreens.all(),
                        MunicipalityScreens.all(),
                        MyNumberScreens.all(),
                        OwnSignInScreens.all(),
                        OwnScreens.all(),
                        HandbookScreens.all(),
                        TargetScreens.all(),
                        MonthScreens.all(),
                        ImportScreens.all(),
                        OwnCheckupScreens.all(),
                        LifeboxScreens.all(),
                        HandbookAppScreens.all(),
                        CodeScreens.all(),
                        CrewScreens.all(),
                        SightScreens.all(),
                        RequestScreens.all(),
                        MailScreens.all(),
                        ThirdPartyScreens.all(),
                        PaperScreens.all(),
                        SheetScreens.all(),
                        InvitationScreens.all(),
                        StopScreens.all(),
                        NoticeScreens.all(),
                        ErasureScreens.all(),
                        ExposureScreens.all(),
                        MembershipScreens.all(),
                        RulebookScreens.all(),
                        OpenIdScreens.all(),
                        FederationScreens.all())
                .flatMap(List::stream);
    }

    /// One screen of each make, for a browser, which takes its time.
    static Stream<Screen> distinct() {
        return all().filter(screen ->
                !screen.name().matches("error-(?!404).*|closed-(?!consent-missing).*|original-(?!limited).*"));
    }

    private static List<Screen> plainWords() {
        return List.of(new Screen(
                "plain-words",
                "care/plainwords/words",
                null,
                "/plain-words",
                Map.of("kinds", List.of(PlainWordKind.values()))));
    }

    private static List<Screen> errors() {
        var emergency = new Screen("emergency-doors-only", "ground/gate/emergency", null, "/x", Map.of());
        var unsent = new Screen(
                "unsent",
                "ground/gate/unsent",
                null,
                "/x",
                Map.of("page", new UnsentForm("/unlock", "/x", List.of(new UnsentField("note", "歩けた")), false)));
        return Stream.concat(
                        Stream.of("400", "403", "404", "410", "413", "429", "500", "503", "507", "unreadable")
                                .map(status -> new Screen(
                                        "error-" + status, "ground/design/error", null, "/x", Map.of("words", status))),
                        Stream.of(
                                emergency, unsent, new Screen("untaken", "ground/gate/untaken", null, "/x", Map.of())))
                .toList();
    }
}
