package hmnet.office.anomalies;

import hmnet.ground.database.ColumnWord;

/// By what a reading is out of the ordinary (気づきの規則).
enum AnomalyRule implements ColumnWord {
    /// 自分の記録: somebody whose whole name reads as the reader's.
    OWN("own"),
    /// 同僚: somebody whose whole name reads as that of another one of the facility.
    COLLEAGUE("colleague"),
    /// 同姓: somebody whose family name reads as the reader's.
    SURNAME("surname"),
    /// 保護対象者.
    PROTECTED("protected"),
    /// 大量: many persons in an hour.
    VOLUME("volume"),
    /// 夜間, from where nobody works at night.
    NIGHT("night"),
    /// 関係なし: nothing but the reader's own word said that the facility cares for the person, and nothing followed.
    UNRELATED("unrelated");

    private final String word;

    AnomalyRule(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
