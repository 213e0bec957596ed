package hmnet.ground.audit;

/// What was done (操作). Its word stands in the log for ever: never change one, never use one again for
/// something else.
public enum Action {
    SIGN_IN("sign-in"),
    SIGN_OUT("sign-out"),
    SIGN_IN_REFUSED("sign-in-refused"),
    /// Somebody added a passkey to their own account, or ended one.
    PASSKEY_ADDED("passkey-added"),
    PASSKEY_ENDED("passkey-ended"),
    /// A card or a device's certificate by which people sign in was registered, or ended.
    SIGN_IN_CERTIFICATE("sign-in-certificate"),
    /// A certificate of a person or device was turned away, or ended the sessions that began with it.
    CERTIFICATE_REFUSED("certificate-refused"),
    /// A sub-system was handed the sign-in of a member of staff, was told of them, or gave it back.
    OPENID_SIGN_ON("openid-sign-on"),
    /// A sub-system was entered, agreed to, refused or ended.
    OPENID_CLIENT_CHANGED("openid-client-changed"),
    /// Another key signs for sub-systems.
    OPENID_KEY_CHANGED("openid-key-changed"),
    /// The identity provider of a hospital was entered, agreed to, refused or ended.
    IDENTITY_PROVIDER_CHANGED("identity-provider-changed"),
    /// Somebody tied their account to the identity provider of their hospital, or that ended.
    IDENTITY_TIED("identity-tied"),
    CHART_OPENED("chart-opened"),
    CHART_REFUSED("chart-refused"),
    /// What was handed out of an opened chart was broken off, since a right behind it had ended: it is not whole.
    CHART_BROKEN_OFF("chart-broken-off"),
    /// A list told that somebody's chart can be opened, how many facilities it is from and how new it is.
    CHART_LISTED("chart-listed"),
    /// A search at a counter showed who somebody is, or found nobody.
    PERSON_FOUND("person-found"),
    /// Somebody asked for a page that their profession has no right to; once a minute for each such page.
    PAGE_REFUSED("page-refused"),
    /// Somebody opened more charts, or a machine was told of more persons, than is usual.
    READING_ALERTED("reading-alerted"),
    /// Somebody looked at the alerts on reading and asking.
    READING_ALERTS_LISTED("reading-alerts-listed"),
    /// An alert on reading and asking was closed, with a reason.
    READING_ALERT_CLOSED("reading-alert-closed"),
    /// Somebody was told that what they had been shown was corrected or taken back.
    CORRECTION_TOLD("correction-told"),
    /// A sender was shown who had been shown what it corrected or took back.
    CORRECTIONS_LISTED("corrections-listed"),
    /// The office looked at two charts that may be one person's: demographics, never records.
    REVIEW_OPENED("review-opened"),
    REVIEW_DECIDED("review-decided"),
    REVIEW_UNDONE("review-undone"),
    /// Two persons of the office were found to be one, and parted again.
    PERSONS_JOINED("persons-joined"),
    PERSONS_PARTED("persons-parted"),
    /// One of the office proposed to join two persons, and somebody took that back.
    JOIN_PROPOSED("join-proposed"),
    JOIN_WITHDRAWN("join-withdrawn"),
    /// The office looked at how a person's charts are linked.
    LINKS_OPENED("links-opened"),
    /// A facility's desk was shown a page of its own patients, or downloaded the list.
    PATIENTS_LISTED("patients-listed"),
    PATIENTS_EXPORTED("patients-exported"),
    /// A wrong link was taken back, and what follows is looked after.
    INCIDENT_OPENED("incident-opened"),
    INCIDENT_SHOWN("incident-shown"),
    /// The office asked who saw what through somebody or something; once more for each person whom the answer named.
    EXPOSURE_ASKED("exposure-asked"),
    EXPOSURE_NAMED("exposure-named"),
    /// Somebody was shown the record of what was provided of a person to whom, or took it away as a file.
    THIRD_PARTY_SHOWN("third-party-shown"),
    THIRD_PARTY_EXPORTED("third-party-exported"),
    /// A request by which a person uses their rights was received, extended, forwarded, answered or taken back.
    SUBJECT_REQUEST("subject-request"),
    /// A desk was shown the list of those requests, or one of them.
    SUBJECT_REQUESTS_SHOWN("subject-requests-shown"),
    /// The office kept the scan of a signed paper, or it was refused and why.
    CONSENT_PAPER_KEPT("consent-paper-kept"),
    /// The office was shown the list of a person's papers, or opened one.
    CONSENT_PAPER_SHOWN("consent-paper-shown"),
    /// Taking away a paper that was kept by mistake was asked for, refused, withdrawn, or done by a second officer.
    CONSENT_PAPER_REMOVED("consent-paper-removed"),
    INCIDENT_STEP("incident-step"),
    /// An operator had what waits for a repository elsewhere sent at once, held the sending up, or let it go on.
    AUDIT_FEED_HASTENED("audit-feed-hastened"),
    AUDIT_FEED_STOPPED("audit-feed-stopped"),
    AUDIT_FEED_RESUMED("audit-feed-resumed"),
    /// Looking the log through found a reading that is out of the ordinary.
    ANOMALY_FOUND("anomaly-found"),
    /// Somebody looked at the list of those findings, at one of them, or took the report of a facility away.
    ANOMALIES_LISTED("anomalies-listed"),
    ANOMALY_SHOWN("anomaly-shown"),
    ANOMALIES_EXPORTED("anomalies-exported"),
    /// A finding was closed, with what was decided of it.
    ANOMALY_CLOSED("anomaly-closed"),
    /// A rule by which the log is looked through was changed from a day on.
    ANOMALY_RULE_SET("anomaly-rule-set"),
    /// Somebody was told that what they had been shown had held another person's records.
    INCIDENT_TOLD("incident-told"),
    /// Somebody looked for a patient among those of their facility.
    PATIENTS_SEARCHED("patients-searched"),
    /// Somebody looked at today's patients of their facility, put one on the list, or took one off.
    TODAY_LISTED("today-listed"),
    TODAY_CHANGED("today-changed"),
    /// What a facility's staff keep of a person for themselves was shown, written, changed or withdrawn.
    NOTES_SHOWN("notes-shown"),
    NOTE_CHANGED("note-changed"),
    /// The same of a flag above the chart: set, prolonged or ended.
    FLAG_CHANGED("flag-changed"),
    /// Somebody's own list of patients was shown or changed, or a patient left it because no chart opens any more.
    FAVOURITES_LISTED("favourites-listed"),
    FAVOURITE_CHANGED("favourite-changed"),
    /// A facility's own system opened a chart by a signed address, or was refused.
    CHART_LAUNCHED("chart-launched"),
    /// A key for such addresses was made or ended.
    LAUNCH_KEY("launch-key"),
    CARD_READ("card-read"),
    NUMBER_TYPED("number-typed"),
    LINKED("linked"),
    UNLINKED("unlinked"),
    CHART_NUMBER_TIED("chart-number-tied"),
    /// One of a desk proposed to tie a chart to a card that contradicts it; somebody said no, or took it back.
    TIE_PROPOSED("tie-proposed"),
    TIE_REFUSED("tie-refused"),
    CARD_ISSUED("card-issued"),
    CARD_ENDED("card-ended"),
    CONSENT_RECORDED("consent-recorded"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    /// The office explained whom a person's chart opens to, and why: rules and consents, no record.
    SIGHT_EXPLAINED("sight-explained"),
    /// A version of what is explained before consent was proposed, confirmed, refused or withdrawn.
    NOTICE_CHANGED("notice-changed"),
    /// A facility said that today's version hangs where its patients see it.
    NOTICE_POSTED("notice-posted"),
    /// A resident ended that a facility cares for them.
    RELATION_ENDED("relation-ended"),
    /// The office printed a letter with the code of a resident's first sign-in.
    LETTER_CODE_ISSUED("letter-code-issued"),
    /// A resident chose the password of their own account.
    OWN_PASSWORD_CHOSEN("own-password-chosen"),
    /// A resident was shown a page of their own account.
    OWN_PAGE_SHOWN("own-page-shown"),
    /// A person made a signed code to carry for emergencies; it was ended, by them or the office.
    EMERGENCY_CODE_MADE("emergency-code-made"),
    EMERGENCY_CODE_ENDED("emergency-code-ended"),
    /// The rule by which a facility's crews come in from registered devices was asked for, changed or refused.
    CREW_SHIFT_CHANGED("crew-shift-changed"),
    /// The disaster mode was asked for, begun, prolonged, refused or ended; or its time was over.
    DISASTER_CHANGED("disaster-changed"),
    /// The office was shown who looked at whom while a disaster mode held; or sent one of these looks to the review.
    DISASTER_LOOKS_LISTED("disaster-looks-listed"),
    DISASTER_LOOK_CHOSEN("disaster-look-chosen"),
    /// That a facility fetches what it sent was asked for, agreed or refused; and each part that it fetched.
    ORIGINALS_GIVEN_BACK("originals-given-back"),
    /// That a facility gets a copy of its own records each night was asked for, agreed, refused or ended; its code was
    /// made; charts were read for it; it was made, and taken.
    STANDBY_COPY("standby-copy"),
    /// Somebody was written down at a shelter, or left it.
    SHELTER_ENTERED("shelter-entered"),
    /// Staff at a shelter were shown its list or the medicines needed there, or saved the list.
    SHELTER_LISTED("shelter-listed"),
    /// A person said that they need support in a disaster, and to which municipality they show it; or no longer does.
    SUPPORT_SAID("support-said"),
    /// The desk of a municipality was shown who needs support; or took the list away, as a file or on paper.
    SUPPORT_LISTED("support-listed"),
    SUPPORT_EXPORTED("support-exported"),
    /// The office asked that the key of such codes ends, with all that it signed; a second one ended it or refused.
    EMERGENCY_CODE_KEY_CHANGED("emergency-code-key-changed"),
    /// A resident, or who represents them, was shown a view of their own chart.
    OWN_CHART_OPENED("own-chart-opened"),
    /// Who represents a person was recorded, agreed by a second officer, refused by one, or ended.
    PROXY_RECORDED("proxy-recorded"),
    PROXY_AGREED("proxy-agreed"),
    PROXY_ENDED("proxy-ended"),
    /// Somebody opened the page of the person whom they represent.
    PROXY_OPENED("proxy-opened"),
    /// A desk was shown who represents a person, or what waits for a second officer.
    PROXIES_SHOWN("proxies-shown"),
    DEATH_RECORDED("death-recorded"),
    DEATH_TAKEN_BACK("death-taken-back"),
    /// An emergency door was opened, by whose word and for what reason; renewed; ended before its time.
    EMERGENCY_OPENED("emergency-opened"),
    EMERGENCY_RENEWED("emergency-renewed"),
    EMERGENCY_ENDED("emergency-ended"),
    /// The rest of a chart was asked for, beyond what an emergency needs first.
    EMERGENCY_WIDENED("emergency-widened"),
    /// Somebody asked for an emergency door that does not open.
    EMERGENCY_REFUSED("emergency-refused"),
    /// A crew handed what it had opened on to a hospital; that ended before its time; a hospital was shown who comes.
    EMERGENCY_HANDED_ON("emergency-handed-on"),
    EMERGENCY_HANDOVER_ENDED("emergency-handover-ended"),
    EMERGENCY_ARRIVALS_LISTED("emergency-arrivals-listed"),
    /// Whoever had opened an emergency door said that it was the wrong person.
    EMERGENCY_MISTAKEN("emergency-mistaken"),
    /// A person let a fire service's devices keep their emergency code, or ended that; a device was handed it; a crew
    /// looked at it there, as the device says.
    AREA_COPY_AGREED("area-copy-agreed"),
    AREA_COPY_HANDED("area-copy-handed"),
    AREA_COPY_LOOKED("area-copy-looked"),
    DAY_COPY_HANDED("day-copy-handed"),
    DAY_COPY_LOOKED("day-copy-looked"),
    /// Who opened a door without consent said why, in words.
    EMERGENCY_EXPLAINED("emergency-explained"),
    /// A reviewer was shown the list of openings, or one of them; and what they decided.
    EMERGENCY_LISTED("emergency-listed"),
    EMERGENCY_SHOWN("emergency-shown"),
    EMERGENCY_REVIEWED("emergency-reviewed"),
    DISCLOSURE_STOPPED("disclosure-stopped"),
    DISCLOSURE_RESUMED("disclosure-resumed"),
    /// One of a hospital's desk asked to start disclosure again; somebody refused that, or took it back.
    RESUMPTION_PROPOSED("resumption-proposed"),
    RESUMPTION_REFUSED("resumption-refused"),
    /// A facility's desk counted what a changed rule would show; one of two asked for it, another confirmed or refused.
    RULE_TRIED("rule-tried"),
    RULE_CHANGED("rule-changed"),
    RECORDS_RECEIVED_REFUSED("records-received-refused"),
    MACHINE_REFUSED("machine-refused"),
    QUARANTINE_RELEASED("quarantine-released"),
    QUARANTINE_DISCARDED("quarantine-discarded"),
    QUARANTINE_RESTORED("quarantine-restored"),
    /// A desk looked at messages that fit nobody whom their chart number means, said whose they are, or
    /// took that back.
    NUMBER_REVIEW_OPENED("number-review-opened"),
    NUMBER_REVIEW_DECIDED("number-review-decided"),
    NUMBER_REVIEW_UNDONE("number-review-undone"),
    /// Somebody of a facility sent a file by hand, opened one of its own, or sent one again with a line put
    /// right.
    FILE_SENT("file-sent"),
    FILE_OPENED("file-opened"),
    FILE_MENDED("file-mended"),
    /// A facility's desk declared how a laboratory lays out its files, or ended it.
    LAB_LAYOUT_CHANGED("lab-layout-changed"),
    /// An operator had doubles looked for; one asked for some to be hidden, another hid them, and either
    /// brought them back.
    DOUBLES_SEARCHED("doubles-searched"),
    DOUBLES_PROPOSED("doubles-proposed"),
    DOUBLES_WITHDRAWN("doubles-withdrawn"),
    DOUBLES_HIDDEN("doubles-hidden"),
    DOUBLES_SHOWN("doubles-shown"),
    /// One operator said that some are no doubles, or took that back.
    DOUBLES_DIFFERENT("doubles-different"),
    DOUBLES_REOPENED("doubles-reopened"),
    /// The desk said whose a file is that gives no chart number.
    FILE_NAMED("file-named"),
    CARD_EXCHANGED("card-exchanged"),
    CARDS_ORDERED("cards-ordered"),
    CARD_FILE_TAKEN("card-file-taken"),
    CARD_MOVED("card-moved"),
    CARD_BATCH_CLOSED("card-batch-closed"),
    /// A number scheme, a range of numbers or a design of cards was added, changed or ended.
    CARD_DATA_CHANGED("card-data-changed"),
    PROTECTED("protected"),
    PROTECTION_SHOWN("protection-shown"),
    PROTECTION_END_ASKED("protection-end-asked"),
    PROTECTION_ENDED("protection-ended"),
    /// What a facility is called from a day on was written down.
    FACILITY_DESCRIBED("facility-described"),
    /// One of two asked that a facility leaves or comes back; another one confirmed, or somebody said no.
    FACILITY_LEAVES("facility-leaves"),
    /// A facility's certificate was ended, or its machine registered the next one itself.
    FACILITY_CERTIFICATE("facility-certificate"),
    /// One of two asked for, agreed to or refused that one facility takes over from another, or its undoing.
    SUCCESSION("succession"),
    /// Somebody's account was ended, moved or given another profession or desk.
    STAFF_CHANGED("staff-changed"),
    /// One of two asked to give somebody both factors anew; it was confirmed, refused, taken back or objected to.
    SIGN_IN_RENEWAL("sign-in-renewal"),
    SETUP("setup"),
    /// A facility's machine asked who somebody is, or for numbers: once for each person it was told of, and
    /// once for none.
    PERSON_QUERIED("person-queried"),
    /// A machine's question was refused.
    QUERY_REFUSED("query-refused"),
    /// A facility's machine told of one of its patients, apart from records.
    IDENTITY_FED("identity-fed"),
    /// What a facility's machine may ask was granted or withdrawn.
    EXCHANGE_RIGHT("exchange-right"),
    /// Under which names a facility's machines send, or who hears of changed numbers, was changed.
    EXCHANGE_CHANGED("exchange-changed"),
    /// A municipality's resident list was taken in, or forgotten.
    RESIDENT_LIST("resident-list"),
    /// A My Number card's certificate was bound to a person, or the binding ended.
    USER_CERTIFICATE_BOUND("user-certificate-bound"),
    /// A person was told their regional ID, or refused, by their My Number card.
    REGIONAL_ID_TOLD("regional-id-told"),
    /// A card's common key was bound to a person.
    COMMON_KEY_BOUND("common-key-bound"),
    /// Somebody began, changed or discarded a draft of a sheet of a person.
    FORM_DRAFTED("form-drafted"),
    /// A sheet of a person was signed off, or one signed before was amended.
    FORM_SIGNED("form-signed"),
    /// A resident, or who represents them, wrote down what was measured, changed it or took it back.
    OWN_ENTRY_KEPT("own-entry-kept"),
    /// A life box was said to be right still, or one that staff wrote for the person was confirmed or refused.
    LIFEBOX_SETTLED("lifebox-settled"),
    /// A version of a sheet was entered, offered, refused or ended; two agree to it.
    SHEET_CHANGED("sheet-changed"),
    /// A doctor of the sending facility said that a record was explained to the patient, or took that back.
    RECORD_EXPLAINED("record-explained"),
    /// Originals of the inbox were filed again under the rules of the day, or it was said what that would change.
    ORIGINALS_REFILED("originals-refiled"),
    /// The master key was changed, beside a centre at work.
    KEY_ROTATED("key-rotated"),
    /// Somebody asked at the centre's machine that keys be destroyed.
    KEY_ERASURE_ASKED("key-erasure-asked"),
    /// A second officer agreed to it, refused it, or the first took it back.
    KEY_ERASURE_ANSWERED("key-erasure-answered"),
    /// Keys were destroyed: what a facility had sent, or a part of it, is erased.
    KEYS_ERASED("keys-erased"),
    /// An earlier event's body was erased; the detail `leaf` names which. An erased body without this is a
    /// difference.
    ERASED("erased");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Action of(String word) {
        for (var action : values()) {
            if (action.word.equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("No action is called " + word);
    }
}
