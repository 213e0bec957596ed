/// The doors through which facilities send (取込), and the quarantine desk.
@NullMarked
package hmnet.record.intake;

import org.jspecify.annotations.NullMarked;
