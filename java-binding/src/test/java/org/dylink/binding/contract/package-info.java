/**
 * What every bound object does, whoever has bound it: in plain Java, and as a service of a
 * framework.
 */
package org.dylink.binding.contract;
