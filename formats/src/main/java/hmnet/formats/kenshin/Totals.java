package hmnet.formats.kenshin;

/// What stands in front of an archive (交換用基本情報・集計情報): who sends to whom, how many, and how much.
///
/// @param interaction 種別, 1 institution to agent, 6 institution to insurer
/// @param created `yyyyMMdd`
/// @param senderRoot OID of the sender's number
/// @param serviceEvent 実施区分
record Totals(
        String interaction,
        String created,
        String senderRoot,
        String sender,
        String receiverRoot,
        String receiver,
        String serviceEvent) {}
