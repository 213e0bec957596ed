/// The certificates that a gateway holds beside the configured one (ゲートウェイの証明書).
@NullMarked
package hmnet.gateway.box.certificates;

import org.jspecify.annotations.NullMarked;
