package hmnet.exchange.v3;

/// A stretch of text (文字列の節).
record Text(String value) implements Node {}
