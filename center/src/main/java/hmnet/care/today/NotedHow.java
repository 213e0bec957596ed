package hmnet.care.today;

import hmnet.ground.database.ColumnWord;

/// How somebody came onto today's list (一覧に加えた方法).
enum NotedHow implements ColumnWord {
    /// 診察券番号.
    NUMBER("number"),
    /// 本人確認・検索.
    PERSON("person"),
    /// 電文の知らせ.
    MESSAGE("message"),
    /// カードの読取り: without anybody's doing.
    CARD("card");

    private final String word;

    NotedHow(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
