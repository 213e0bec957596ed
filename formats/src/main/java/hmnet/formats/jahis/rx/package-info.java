/// JAHIS 院外処方箋2次元シンボル (院外処方箋QR): the prescription a clinic prints as a QR code, and the
/// record CSV of an electronic prescription, which has the same records.
@NullMarked
package hmnet.formats.jahis.rx;

import org.jspecify.annotations.NullMarked;
