package hmnet.exchange.v3;

/// What stands in an XML element (要素の中身).
public sealed interface Node permits Element, Text {}
