#!/bin/sh
# Run inside `unshare -n -m`: the only interface is a loopback that counts, and every name is looked up on it.
set -e
resolv=$(mktemp)
echo 'nameserver 127.0.0.1' > "$resolv"
mount --bind "$resolv" /etc/resolv.conf
ip link set lo up
sent() { awk '/lo:/ { print $11 }' /proc/net/dev; }
"$1" "$(dirname "$0")/reseau-vide.ts"
echo "avant $(sent)"
getent hosts temoin.aiguillage.invalid > /dev/null 2>&1 || true
echo "temoin $(sent)"
