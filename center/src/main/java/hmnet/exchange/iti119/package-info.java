/// Patient Demographics Match (患者照合, PDQm `$match`).
@NullMarked
package hmnet.exchange.iti119;

import org.jspecify.annotations.NullMarked;
