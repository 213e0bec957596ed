package hmnet.ground.routes;

/// What a route asks of its caller (利用権限).
public enum Right {
    /// Anybody: sign-in, health, static files.
    PUBLIC,
    /// Anybody signed in with both factors.
    SIGNED_IN,
    /// Professions that open charts (診療情報の閲覧); which kinds of record is the grant's business.
    VIEW_CHART,
    /// Reading a card and linking a person to one's facility (カード読込・連携).
    LINK,
    /// The desk of a facility that ties its chart numbers to cards and hears who was shown what the facility
    /// corrected (病院の窓口).
    DESK,
    /// Keeping the register of people: a facility's desk its own, an operator everybody (利用者の管理).
    MEMBERS,
    /// Alerts on reading and asking, at the office or a facility's desk (閲覧・照会の警報).
    ALERTS,
    /// What persons ask for by their rights, and the records that the law asks for, at the office or a facility's desk
    /// (開示等の窓口).
    REQUESTS,
    /// The office that issues cards and records consents (事務局).
    OFFICE,
    /// Taking down that a person asks to be protected, at whatever counter they stand (保護の申出).
    PROTECT,
    /// Issuing cards, for the office or for the association it was delegated to (カード発行).
    ISSUE,
    /// Exchanging a hospital's own card for an HM card, at the office or that hospital's desk
    /// (開示カードの切替).
    EXCHANGE_CARD,
    /// The emergency doors (救急の入口): crews, and doctors and nurses of an emergency room.
    EMERGENCY,
    /// Persons without a tie while the disaster mode holds (災害時の閲覧): whoever might, by profession and
    /// facility. The gate asks besides whether the mode holds for them.
    DISASTER,
    /// Declaring the disaster mode, agreeing to it, ending it (災害時モードの宣言): the office, and the desk of a municipality.
    DECLARE,
    /// The desk of a municipality, for its residents who agreed (市町の窓口).
    TOWN,
    /// Running the network: quarantine, facilities (運用者). Never opens a chart.
    OPERATE,
    /// A resident with their own account (本人): never a member of staff, whose rights open nothing here.
    RESIDENT,
    /// Whoever has a person's own page open (わたしのページ): the person, or who represents them.
    SUBJECT,
    /// The same, where a proxy's scope lets them see (代理人の閲覧).
    SUBJECT_SEES,
    /// The same, where a proxy's scope lets them decide (代理人の決定).
    SUBJECT_DECIDES,
    /// The same, where a proxy's scope lets them read of the chart (代理人の診療情報の閲覧).
    SUBJECT_READS,
    /// A facility's machine, known by its registered certificate (施設の送信機).
    FACILITY
}
