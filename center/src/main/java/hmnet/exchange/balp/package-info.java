/// Events of the audit log as IHE's Basic Audit Log Patterns have them (監査証跡の標準形式, BALP).
@ApplicationModule
@NullMarked
package hmnet.exchange.balp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
