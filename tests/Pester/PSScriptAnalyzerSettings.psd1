# What tests are excused of, beyond PSScriptAnalyzerSettings.psd1 of the checkout.
@{
    ExcludeRules = @(
        # What BeforeAll sets, It uses: the analyzer does not know Pester's scopes.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Functions that stand in for another module's take its parameters, used or not.
        'PSReviewUnusedParameter'
        # The keys are made up, and taking them as users pass them is what is tested.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        # The emulator speaks HTTP on 127.0.0.1.
        'PSAvoidUsingAllowUnencryptedAuthentication'
    )
}
