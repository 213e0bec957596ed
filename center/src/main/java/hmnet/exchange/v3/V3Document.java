package hmnet.exchange.v3;

/// An XML document that was read (読み取ったXML).
///
/// @param inner what stands in the last element below the root, to the letter: in an envelope its one message
/// @param namespaces which of the prefixes in it were declared around it
record V3Document(Element root, String inner, String namespaces) {}
