/// The witness (監査証跡の立会い): a program of another organisation that watches the audit log of a centre and countersigns
/// it.
@NullMarked
package hmnet.witness;

import org.jspecify.annotations.NullMarked;
