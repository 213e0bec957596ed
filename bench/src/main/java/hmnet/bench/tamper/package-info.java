/// TamperKind with the audit log (監査証跡の改ざん訓練), for the drill and the suite.
@NullMarked
package hmnet.bench.tamper;

import org.jspecify.annotations.NullMarked;
