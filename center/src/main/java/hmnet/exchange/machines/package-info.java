/// The page of connected systems and lines (接続機器の画面).
@ApplicationModule
@NullMarked
package hmnet.exchange.machines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
