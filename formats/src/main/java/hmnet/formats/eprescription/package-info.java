/// 電子処方箋 (electronic prescription) as a facility's own system sends it: records of 記録条件仕様 in a
/// signed XML envelope. The envelope and its signature stay byte for byte.
@NullMarked
package hmnet.formats.eprescription;

import org.jspecify.annotations.NullMarked;
