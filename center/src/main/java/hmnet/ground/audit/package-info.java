/// Disclosures and the provable log of them (監査証跡).
@NullMarked
package hmnet.ground.audit;

import org.jspecify.annotations.NullMarked;
