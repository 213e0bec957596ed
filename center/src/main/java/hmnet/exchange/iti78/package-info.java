/// Patient Demographics Query for Mobile (患者基本情報照会, PDQm).
@NullMarked
package hmnet.exchange.iti78;

import org.jspecify.annotations.NullMarked;
