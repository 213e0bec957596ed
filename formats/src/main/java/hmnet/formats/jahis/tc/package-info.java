/// JAHIS 電子版お薬手帳 (お薬手帳): what a pharmacy hands to a patient and a patient shows to a pharmacy,
/// TC01 to TC08, in one QR code or several.
@NullMarked
package hmnet.formats.jahis.tc;

import org.jspecify.annotations.NullMarked;
