import fc from 'fast-check'

// One seed for every property test: a failure is found again, then named.
fc.configureGlobal({ seed: 20261124 })
