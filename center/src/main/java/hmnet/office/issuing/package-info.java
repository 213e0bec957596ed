/// Issuing cards, print batches, number schemes (カードの発行・印刷).
@ApplicationModule
@NullMarked
package hmnet.office.issuing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
