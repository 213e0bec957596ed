/// CDA R2 documents (診療情報提供書・電子紹介状・退院時サマリー): header, sections in words, and attached
/// files; check-ups in CDA are `kenshin`'s.
@NullMarked
package hmnet.formats.cda;

import org.jspecify.annotations.NullMarked;
